import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** The project's root, which every tool runs in. */
export const ROOT = join(import.meta.dirname, '..');

/** How a tool ended, and what it printed to either stream, in order. */
export interface ToolResult {
  ok: boolean;
  output: string;
}

/** Runs a program of the project's dependencies by name (`vite`, `wrangler`, …) and captures what it prints. */
export async function runTool(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<ToolResult> {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...getToolEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ ok: code === 0, output: stripVTControlCharacters(output) }));
  });
}

/** Like runTool, with the terminal handed to the program, for what takes long or asks questions. */
export async function runToolOnTerminal(command: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(command, args, { cwd: ROOT, env: getToolEnvironment(), stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0));
  });
}

function getToolEnvironment(): NodeJS.ProcessEnv {
  const path = join(ROOT, 'node_modules', '.bin') + delimiter + (process.env['PATH'] ?? '');
  return { ...process.env, PATH: path, WRANGLER_SEND_METRICS: 'false', WRANGLER_WRITE_LOGS: 'false' };
}
