import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { readApplication } from '../../scripts/one-machine/application.ts';
import { buildWhatIsStale } from '../../scripts/one-machine/builds.ts';
import { applyMigrations } from '../../scripts/one-machine/database-migrations.ts';
import { ROOT } from '../../scripts/run-tool.ts';

/** Runs the Worker with what is billed being counted, on the port in PORT; queues as on Cloudflare. */
await buildWhatIsStale();
const { config, worker } = readApplication({ EDGEWAYS_SECRET: '0'.repeat(64), MODE: 'one-machine', QUEUES: 'durable' });
const { assets: _, ...application } = worker;
const contents = readFileSync(join(import.meta.dirname, 'counting-worker.js'));
const counting = { type: 'ESModule' as const, path: 'counting.js', contents };
const [, ...bundle] = Array.isArray(application.modules) ? application.modules : [];
const runtime = new Miniflare(
  convertV4MiniflareOptions({
    host: '127.0.0.1',
    port: Number(process.env['PORT']),
    cf: false,
    resourcePersistencePath: mkdtempSync(join(tmpdir(), 'costs-')),
    workers: [{ ...application, modules: [counting, ...bundle] }],
  }),
);
await runtime.ready;
for (const { binding, migrations_dir } of config.d1_databases) {
  await applyMigrations(await runtime.getD1Database(binding, config.name), join(ROOT, migrations_dir));
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.removeAllListeners(signal);
  process.once(signal, () => void runtime.dispose().then(() => process.exit(0)));
}
console.log('counting is ready');
