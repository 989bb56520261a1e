import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';

/** Runs the bare object on the same workerd, on the port in PORT; says so when it is ready. */
const port = process.env['PORT'];
const runtime = new Miniflare(
  convertV4MiniflareOptions({
    host: '127.0.0.1',
    cf: false,
    resourcePersistencePath: mkdtempSync(join(tmpdir(), 'floor-')),
    workers: [
      {
        name: 'floor',
        compatibilityDate: '2026-11-02',
        modules: [
          { type: 'ESModule', path: 'floor.js', contents: readFileSync(join(import.meta.dirname, 'floor.js')) },
        ],
        durableObjects: { FLOOR: { className: 'Floor', useSQLite: true } },
        unsafeBindings: [
          {
            name: 'PUBLIC_SOCKET',
            type: 'public-socket',
            plugin: {
              package: join(import.meta.dirname, '../../scripts/one-machine/public-socket.ts'),
              name: 'public-socket',
            },
            options: { address: `127.0.0.1:${port}` },
          },
        ],
      },
    ],
  }),
);
await runtime.ready;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.removeAllListeners(signal);
  process.once(signal, () => void runtime.dispose().then(() => process.exit(0)));
}
console.log('floor is ready');
