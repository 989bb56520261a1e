import { resolve } from 'node:path';
import { StartError } from './start-error.ts';

/** What `npm start` can be told. */
export interface Settings {
  host: string;
  port: number;
  /** Absolute path of the folder that holds everything the server keeps. */
  dataDir: string;
  /** Adds a workspace with people and history, to look around in. */
  demo: boolean;
}

/** Reads HOST, PORT, DATA_DIR and `--demo`. Throws StartError for what makes no sense. */
export function checkSettings(environment: NodeJS.ProcessEnv, flags: readonly string[]): Settings {
  const unknown = flags.find((flag) => flag !== '--demo');
  if (unknown !== undefined) throw new StartError(`There is no option ${unknown}. The only one is --demo.`);

  const port = environment['PORT'] || '8787';
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw new StartError(`PORT is ${JSON.stringify(port)}, and has to be a number from 1 to 65535.`);
  }
  const host = environment['HOST'] || '127.0.0.1';
  const demo = flags.includes('--demo');
  if (demo && !isLoopback(host)) {
    throw new StartError(`Anyone can sign in to the demo, so it runs on this machine only: leave HOST unset.`);
  }
  return { host, port: Number(port), dataDir: resolve(environment['DATA_DIR'] || 'data'), demo };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
