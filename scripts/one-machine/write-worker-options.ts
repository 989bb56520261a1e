import { writeFileSync } from 'node:fs';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { readWranglerConfig, WRANGLER_TOML } from '../wrangler-config.ts';
import { WORKER_OPTIONS } from './application.ts';

// Part of the Worker's build: writes down what wrangler makes of wrangler.toml, so that starting the server does not
// have to load wrangler, which takes a second and 200 MB.
process.env['WRANGLER_LOG'] = 'error'; // It would miss the secret, which only the server knows.
const { modulesRules: _, bindings: __, ...miniflare } = unstable_getMiniflareWorkerOptions(WRANGLER_TOML).workerOptions;
writeFileSync(WORKER_OPTIONS, JSON.stringify({ config: await readWranglerConfig(), miniflare }));
