import { WEB } from './one-machine/builds.ts';
import { runToolOnTerminal } from './run-tool.ts';
import { readWranglerConfig } from './wrangler-config.ts';

/** `npm run dev`: `wrangler dev`, which follows changes of the Worker, after building the client and migrating. */
async function dev(): Promise<void> {
  for (const [command, ...args] of WEB.commands) await run(command, ...args);
  for (const { binding } of (await readWranglerConfig()).d1_databases) {
    await run('wrangler', 'd1', 'migrations', 'apply', binding, '--local');
  }
  const vars = ['MODE:one-machine', 'QUEUES:memory'].flatMap((setting) => ['--var', setting]);
  await run('wrangler', 'dev', '--env-file', 'scripts/dev.env', ...vars, ...process.argv.slice(2));
}

async function run(command: string, ...args: string[]): Promise<void> {
  if (!(await runToolOnTerminal(command, args))) process.exit(1);
}

await dev();
