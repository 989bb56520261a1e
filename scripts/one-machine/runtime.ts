import { createRequire } from 'node:module';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, MiniflareCoreError } from 'miniflare';
import { ROOT } from '../run-tool.ts';
import { readApplication } from './application.ts';
import { applyMigrations } from './database-migrations.ts';
import { getFrontDoor } from './front-door.ts';
import { getOutside, OUTSIDE } from './outside.ts';
import type { Settings } from './settings.ts';
import { StartError } from './start-error.ts';

/**
 * Runs the Worker on workerd, with everything it keeps in the data folder and `bindings` besides those of wrangler.toml.
 * Resolves when requests are answered; by then the databases are migrated. Throws StartError when it cannot listen.
 */
export async function startRuntime(settings: Settings, bindings: Record<string, string>): Promise<Miniflare> {
  process.env['EDGEWAYS_WORKERD'] = getWorkerd();
  process.env['MINIFLARE_WORKERD_PATH'] = join(import.meta.dirname, 'workerd.sh');

  const { config, worker } = readApplication(bindings);
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  const migrated = Promise.withResolvers<void>();
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      // Otherwise it asks Cloudflare for a sample of what a request's `cf` looks like.
      cf: false,
      log: new Log(LogLevel.WARN, { prefix: config.name }),
      resourcePersistencePath: settings.dataDir,
      workers: [
        { ...worker, outboundService: OUTSIDE },
        getFrontDoor(config, `${host}:${settings.port}`, migrated.promise),
        getOutside(config),
      ],
    }),
  );
  try {
    await miniflare.ready;
    const migrations = config.d1_databases.map(async ({ binding, migrations_dir }) =>
      applyMigrations(await miniflare.getD1Database(binding, config.name), join(ROOT, migrations_dir)),
    );
    await Promise.all(migrations);
  } catch (error) {
    // It fails as `ready` did, having ended what had been started.
    await miniflare.dispose().catch(() => undefined);
    throw explainListenError(error, settings) ?? error;
  }
  migrated.resolve();
  return miniflare;
}

function explainListenError(error: unknown, { host, port }: Settings): StartError | undefined {
  if (!(error instanceof MiniflareCoreError)) return undefined;
  if (error.code === 'ERR_ADDRESS_IN_USE') {
    return new StartError(`Port ${port} is taken. Stop what listens there, or set PORT to another one.`);
  }
  if (error.message.includes('Socket \\"public\\"')) {
    return new StartError(`This machine cannot listen on HOST ${host}, PORT ${port}.`);
  }
  return undefined;
}

/** The path of the workerd program that Miniflare comes with. */
function getWorkerd(): string {
  const workerd: { default: string } = createRequire(import.meta.resolve('miniflare'))('workerd');
  return workerd.default;
}
