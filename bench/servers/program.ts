import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { processTree } from '../measure/cpu.ts';

/** A server under test, as processes of its own. */
export interface Running {
  port: number;
  /** The process ids of everything that it runs as. */
  processes: readonly number[];
  /** Resolves with the pattern's first group in what it prints, from the start on. */
  printed(pattern: RegExp): Promise<string>;
  stop(): Promise<void>;
}

export interface Program {
  command: string;
  args: readonly string[];
  env?: Record<string, string>;
  /** What it prints when it is ready. */
  ready: RegExp;
}

/** What has been started and not ended: it must not outlive the benchmark, however that ends. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => signal(child, 'SIGKILL')));
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => process.exit(1));

/** To the process and whatever it started. */
function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid !== undefined) process.kill(-pid, name);
}

/** Starts a program that listens on the port in PORT. Rejects with what it printed when it ends before it is ready. */
export async function run({ command, args, env = {}, ready }: Program): Promise<Running> {
  const port = await freePort();
  const child = spawn(command, args, {
    env: { ...process.env, ...env, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const output = collect(child);
  await output.find(ready);
  return {
    port,
    processes: processTree(child.pid ?? 0),
    printed: output.find,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      signal(child, 'SIGTERM');
      await ended;
    },
  };
}

function collect(child: ChildProcess) {
  let text = '';
  let hasEnded = false;
  const watchers = new Set<() => void>();
  const notify = () => watchers.forEach((watch) => watch());
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      notify();
    });
  }
  child.once('exit', () => {
    hasEnded = true;
    notify();
  });
  const find = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(text);
        if (!match && !hasEnded) return;
        watchers.delete(look);
        if (match) resolve(match[1] ?? match[0]);
        else reject(new Error(`it ended too early:\n${text}`));
      };
      watchers.add(look);
      look();
    });
  return { find };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}
