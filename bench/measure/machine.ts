import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';

/** What the figures were measured on. */
export interface Machine {
  processor: string;
  cores: number;
  /** GiB. */
  memory: number;
  system: string;
  node: string;
  workerd: string;
  /** How many processes wanted a core in the minute before, those of others too. The first results did not say. */
  load?: number;
}

export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()} ${arch()}`,
    node: process.version,
    workerd: workerdVersion(),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}

function workerdVersion(): string {
  const lock = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');
  return /"node_modules\/workerd": \{\s*"version": "([^"]+)"/.exec(lock)?.[1] ?? 'unknown';
}
