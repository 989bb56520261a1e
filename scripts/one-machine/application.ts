import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { V4WorkerOptions } from 'miniflare';
import { z } from 'zod';
import { ROOT } from '../run-tool.ts';
import { WranglerConfig } from '../wrangler-config.ts';

/** Where the Worker's build is. Vite's is beside it, in dist/web. */
const BUNDLE = join(ROOT, 'dist/worker');

/** What write-worker-options.ts writes there. */
export const WORKER_OPTIONS = join(BUNDLE, 'options.json');
const WorkerOptions = z.object({ config: WranglerConfig, miniflare: z.looseObject({ assets: z.looseObject({}) }) });

/** Which kind of module has which extension; what else wrangler leaves there is not code. */
const MODULE_TYPES: Record<string, 'ESModule' | 'Text' | 'Data' | 'CompiledWasm'> = {
  '.js': 'ESModule',
  '.sql': 'Text',
  '.txt': 'Text',
  '.html': 'Text',
  '.bin': 'Data',
  '.wasm': 'CompiledWasm',
};

/** Gives the Worker a second name: Miniflare puts assets before the default one, and the front door does that itself. */
const ENTRY = {
  type: 'ESModule' as const,
  path: 'entry.js',
  contents: "export * from './index.js'; export { default, default as app } from './index.js';",
};

/**
 * The Worker as it was built, in Miniflare's terms, and its wrangler.toml. `bindings` come on top of the `vars` there,
 * each of which an environment variable of its name replaces.
 */
export function readApplication(bindings: Record<string, string>): { config: WranglerConfig; worker: V4WorkerOptions } {
  const { config, miniflare } = WorkerOptions.parse(JSON.parse(readFileSync(WORKER_OPTIONS, 'utf8')));
  const vars = Object.entries(config.vars).map(([name, value]) => [name, process.env[name] ?? value]);
  const worker = {
    ...miniflare,
    name: config.name,
    modules: [ENTRY, ...readBundle()],
    bindings: { ...Object.fromEntries(vars), ...bindings },
    assets: { ...miniflare.assets, directory: join(ROOT, 'dist/web') },
    // By name: deploying changes the ids in wrangler.toml, and what is in the data folder has to stay found.
    d1Databases: Object.fromEntries(config.d1_databases.map((d1) => [d1.binding, { id: d1.database_name }])),
  };
  return { config, worker };
}

function readBundle() {
  return readdirSync(BUNDLE).flatMap((path) => {
    const type = MODULE_TYPES[extname(path)];
    return type === undefined ? [] : [{ type, path, contents: readFileSync(join(BUNDLE, path)) }];
  });
}
