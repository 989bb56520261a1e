import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { getFreePort } from './free-port.ts';
import { Output } from './output.ts';
import { forgetProcessGroup, getRunFolder, killProcessGroup, noteProcessGroup } from './run-folder.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface ServerOptions {
  /** Default: a new temporary folder. */
  dataDir?: string;
  /** Default: a free one. */
  port?: number;
  /** Starts with `--demo`. */
  demo?: boolean;
  /** Environment variables for the server; among them, those that wrangler.toml has as `vars`. */
  env?: Record<string, string>;
  /** The project, built. Default: this one. */
  root?: string;
}

/** Starts a server as `npm start` does, as processes of its own. Resolves when it is ready. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const server = new TestServer(options, options.port ?? (await getFreePort()));
  await server.start();
  return server;
}

export class TestServer {
  readonly url: string;
  readonly dataDir: string;
  readonly #root: string;
  readonly #arguments: readonly string[];
  readonly #environment: NodeJS.ProcessEnv;
  readonly #output = new Output();
  /** For an address, where in the output its next code is looked for. */
  readonly #codesRead = new Map<string, number>();
  #running: { child: ChildProcess; closed: Promise<unknown[]> } | undefined;

  constructor({ dataDir, demo, env, root }: ServerOptions, port: number) {
    this.#root = root ?? ROOT;
    this.url = `http://localhost:${port}`;
    this.dataDir = dataDir ?? mkdtempSync(join(getRunFolder(), 'data-'));
    this.#arguments = ['scripts/start.ts', ...(demo === true ? ['--demo'] : [])];
    this.#environment = { ...process.env, HOST: '127.0.0.1', ...env, PORT: String(port), DATA_DIR: this.dataDir };
  }

  /** Rejects with what the server printed when it does not become ready. */
  async start(): Promise<void> {
    const child = spawn(join(this.#root, 'node_modules/.bin/node'), this.#arguments, {
      cwd: this.#root,
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, so that kill() reaches workerd too.
      detached: true,
    });
    const id = getId(child);
    noteProcessGroup(id);
    this.#running = { child, closed: once(child, 'close') };
    const from = this.#output.text.length;
    this.#output.begin();
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => this.#output.append(text));
    }
    child.on('close', () => {
      forgetProcessGroup(id);
      this.#output.end();
    });
    await this.#output.waitFor(/ is ready: open /, from);
  }

  /** Ends the server as a process manager does. Throws when it does not end cleanly. It can be started again. */
  async stop(): Promise<void> {
    const code = await this.#end((child) => child.kill('SIGTERM'));
    if (code !== 0) throw new Error(`The server ended with ${String(code)}:\n${this.output()}`);
  }

  /** Kills the server and its workerd at once, as a power cut does. */
  async kill(): Promise<void> {
    await this.#end((child) => killProcessGroup(getId(child)));
  }

  /** Stops the server if it runs, and starts it on the same port with the same data. */
  async restart(): Promise<void> {
    if (this.#running !== undefined) await this.stop();
    await this.start();
  }

  /** The group of its processes. */
  processGroup(): number {
    if (this.#running === undefined) throw new Error('The server is not running.');
    return getId(this.#running.child);
  }

  /** All that it has printed, to either stream, since it was first started. */
  output(): string {
    return this.#output.text;
  }

  /** The next sign-in code for an address, in the order of printing, waiting for it if need be. Each is given once. */
  async codeFor(email: string): Promise<string> {
    const line = new RegExp(`sign-in code for ${RegExp.escape(email)}: (\\d{6})`);
    const { groups, end } = await this.#output.waitFor(line, this.#codesRead.get(email) ?? 0);
    this.#codesRead.set(email, end);
    return groups[0] ?? '';
  }

  async #end(signal: (child: ChildProcess) => void): Promise<unknown> {
    if (this.#running === undefined) throw new Error('The server is not running.');
    const { child, closed } = this.#running;
    this.#running = undefined;
    signal(child);
    const [code] = await closed;
    return code;
  }
}

function getId(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('The server could not be started.');
  return child.pid;
}
