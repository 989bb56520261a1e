import { buildWhatIsStale } from './one-machine/builds.ts';
import { prepareDemo } from './one-machine/demo.ts';
import { acquireDataFolder, emptyTemporaryFolder } from './one-machine/data-folder.ts';
import { startRuntime } from './one-machine/runtime.ts';
import { getOrCreateSecret } from './one-machine/secret.ts';
import { checkSettings } from './one-machine/settings.ts';
import { StartError } from './one-machine/start-error.ts';
import { getVersion } from './version.ts';

/** `npm start`: the server for one machine. It needs no account, and keeps what it has in one folder. */
async function start(): Promise<void> {
  const settings = checkSettings(process.env, process.argv.slice(2));
  acquireDataFolder(settings.dataDir);
  process.env['TMPDIR'] = emptyTemporaryFolder(settings.dataDir);
  const version = getVersion();

  await buildWhatIsStale();
  const runtime = await startRuntime(settings, {
    EDGEWAYS_SECRET: getOrCreateSecret(settings.dataDir),
    MODE: 'one-machine',
    QUEUES: 'memory',
    DEMO: settings.demo ? '1' : '',
    VERSION: version,
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Miniflare listens too, and would exit with an error before it has let go of everything.
    process.removeAllListeners(signal);
    process.once(signal, () => void runtime.dispose().then(() => process.exit(0)));
  }
  const host = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(settings.host) ? 'localhost' : settings.host;
  if (settings.demo) await prepareDemo(settings);
  console.log(`Edgeways ${version} is ready: open http://${host}:${settings.port}`);
  if (settings.demo) console.log('The sign-in page lists the people of the demo: choose whom to be.');
}

try {
  await start();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
