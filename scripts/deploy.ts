import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { setDatabaseIds } from './deploy/database-ids.ts';
import { createMissingResources, DeployError, requireOk, type Wrangler } from './deploy/resources.ts';
import { runBuild, WEB } from './one-machine/builds.ts';
import { runTool, runToolOnTerminal } from './run-tool.ts';
import { getVersion } from './version.ts';
import { getQueueNames, readWranglerConfig, WRANGLER_TOML } from './wrangler-config.ts';

const wrangler: Wrangler = (...args) => runTool('wrangler', args);

/**
 * `npm run deploy`: everything from an empty account to a running service; each step does only what is missing.
 * `--dry-run` builds and validates, and needs no account.
 */
async function deploy(dryRun: boolean): Promise<void> {
  console.log('Building the web client…');
  const build = await runBuild(WEB);
  if (!build.ok) throw new DeployError(build.output);

  const temporary = mkdtempSync(join(tmpdir(), 'edgeways-deploy-'));
  try {
    const options = ['--var', `VERSION:${getVersion()}`];
    if (dryRun) options.push('--dry-run', '--outdir', temporary);
    else options.push(...(await prepareAccount(temporary)));
    if (!(await runToolOnTerminal('wrangler', ['deploy', ...options]))) throw new DeployError('It was not deployed.');
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

/** Resources, migrations and the secret. Returns the options that `wrangler deploy` needs besides. */
async function prepareAccount(temporary: string): Promise<string[]> {
  const { ok } = await wrangler('whoami', '--json');
  if (!ok) throw new DeployError('Log in first: `npx wrangler login`, or set CLOUDFLARE_API_TOKEN.');

  const config = await readWranglerConfig();
  console.log('Creating what is missing…');
  const ids = await createMissingResources(wrangler, {
    databases: config.d1_databases.map(({ database_name }) => database_name),
    buckets: config.r2_buckets.map(({ bucket_name }) => bucket_name),
    queues: getQueueNames(config),
  });
  writeFileSync(WRANGLER_TOML, setDatabaseIds(readFileSync(WRANGLER_TOML, 'utf8'), ids));

  for (const { binding } of config.d1_databases) {
    console.log(`Migrating ${binding}…`);
    await requireOk(wrangler, 'd1', 'migrations', 'apply', binding, '--remote');
  }
  if (await hasSecret()) return [];
  const file = join(temporary, 'secrets.json');
  writeFileSync(file, JSON.stringify({ EDGEWAYS_SECRET: randomBytes(32).toString('hex') }), { mode: 0o600 });
  return ['--secrets-file', file];
}

/** Before the first deployment there is no Worker that could have one. */
async function hasSecret(): Promise<boolean> {
  const { ok, output } = await wrangler('secret', 'list', '--format', 'json');
  if (!ok && !/ not found\./.test(output)) throw new DeployError(output);
  if (!ok) return false;
  const secrets = z.array(z.object({ name: z.string() })).parse(JSON.parse(output));
  return secrets.some(({ name }) => name === 'EDGEWAYS_SECRET');
}

try {
  await deploy(process.argv.includes('--dry-run'));
} catch (error) {
  if (!(error instanceof DeployError)) throw error;
  console.error(error.message);
  process.exit(1);
}
