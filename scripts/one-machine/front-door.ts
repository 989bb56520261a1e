import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Response, type V4WorkerOptions } from 'miniflare';
import { ROOT } from '../run-tool.ts';
import type { WranglerConfig } from '../wrangler-config.ts';

/**
 * The Worker of scripts/workerd/front-door.js, listening on `address` (`host:port`), in front of the application.
 * Requests wait until `ready` is resolved.
 */
export function getFrontDoor(config: WranglerConfig, address: string, ready: Promise<void>): V4WorkerOptions {
  const contents = readFileSync(join(ROOT, 'scripts/workerd/front-door.js'));
  return {
    name: 'front-door',
    compatibilityDate: config.compatibility_date,
    modules: [{ type: 'ESModule', path: 'front-door.js', contents }],
    bindings: { WORKER_FIRST: config.assets.run_worker_first.map((pattern) => pattern.replace(/\*$/, '')) },
    serviceBindings: {
      READY: async () => {
        await ready;
        return new Response();
      },
      APP: { name: config.name, entrypoint: 'app' },
      ASSETS_OR_APP: config.name,
    },
    unsafeBindings: [
      {
        name: 'PUBLIC_SOCKET',
        type: 'public-socket',
        plugin: { package: join(import.meta.dirname, 'public-socket.ts'), name: 'public-socket' },
        options: { address },
      },
    ],
  };
}
