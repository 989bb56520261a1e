import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runTool, type ToolResult } from '../run-tool.ts';
import { StartError } from './start-error.ts';

/** Something in dist/ that is made from sources. */
export interface Build {
  name: string;
  sources: readonly string[];
  /** What is written last, so that it is as old as the last complete build. */
  output: string;
  commands: readonly (readonly [string, ...string[]])[];
}

export const WEB: Build = {
  name: 'web client',
  sources: ['web', 'client', 'shared', 'package-lock.json'],
  output: 'dist/web/index.html',
  commands: [['vite', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']],
};

/** wrangler does what it does for Cloudflare, and stops before it uploads. */
export const WORKER: Build = {
  name: 'Worker',
  sources: [
    'workers',
    'durable-objects',
    'shared',
    'migrations',
    'scripts/one-machine',
    'wrangler.toml',
    'package-lock.json',
  ],
  output: 'dist/worker/options.json',
  commands: [
    ['wrangler', 'deploy', '--dry-run', '--outdir', 'dist/worker'],
    ['node', 'scripts/one-machine/write-worker-options.ts'],
  ],
};

/** Runs the commands of a build until one fails. */
export async function runBuild({ commands }: Build): Promise<ToolResult> {
  // wrangler wants the folder of the assets to exist, not to be complete.
  mkdirSync(join(ROOT, 'dist/web'), { recursive: true });
  let output = '';
  for (const [command, ...args] of commands) {
    // vitest builds too, and its NODE_ENV would make a client for developers: larger, slower, without a service worker.
    const result = await runTool(command, args, { NODE_ENV: 'production' });
    output += result.output;
    if (!result.ok) return { ok: false, output };
  }
  return { ok: true, output };
}

/** Builds what is older than its sources, and says so. Throws StartError with the tool's words when a build fails. */
export async function buildWhatIsStale(): Promise<void> {
  const builds = [WEB, WORKER].filter(isStale).map(async (build) => {
    console.log(`Building the ${build.name}…`);
    const { ok, output } = await runBuild(build);
    if (!ok) throw new StartError(`The ${build.name} does not build:\n\n${output}`);
  });
  await Promise.all(builds);
}

function isStale({ sources, output }: Build): boolean {
  const path = join(ROOT, output);
  if (!existsSync(path)) return true;
  const built = statSync(path).mtimeMs;
  return sources.some((source) => getNewestChange(join(ROOT, source)) > built);
}

/** When something in this file or folder last changed, in milliseconds since 1970. */
function getNewestChange(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => getNewestChange(join(path, name))));
}
