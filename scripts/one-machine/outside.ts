import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { V4WorkerOptions } from 'miniflare';
import { ROOT } from '../run-tool.ts';
import type { WranglerConfig } from '../wrangler-config.ts';

/** The name by which a Worker sends its own requests there (`outboundService`). */
export const OUTSIDE = 'outside';

/**
 * The Worker of scripts/workerd/outside.js, through which the application fetches previews of links: its network leads to
 * public addresses only. Miniflare's usual one leads everywhere, this machine and its neighbours included.
 */
export function getOutside(config: Pick<WranglerConfig, 'compatibility_date'>): V4WorkerOptions {
  return {
    name: OUTSIDE,
    compatibilityDate: config.compatibility_date,
    modules: [
      { type: 'ESModule', path: 'outside.js', contents: readFileSync(join(ROOT, 'scripts/workerd/outside.js')) },
    ],
    serviceBindings: {
      PUBLIC_NETWORK: { network: { allow: ['public'], tlsOptions: { trustBrowserCas: true } } },
    },
  };
}
