import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers';
import { Response } from 'miniflare';
import { defineConfig } from 'vitest/config';
import type { Migrations } from './scripts/workerd/provided-migrations.ts';

// wrangler looks for required secrets here, and says for each test file that it did.
process.env['EDGEWAYS_SECRET'] = 'a secret for tests, not a secret';
process.env['WRANGLER_LOG'] ??= 'warn';

const migrations: Migrations = {
  directory: await readD1Migrations('migrations/directory'),
  shard: await readD1Migrations('migrations/shard'),
  search: await readD1Migrations('migrations/search'),
};

/** Tests of the Worker and its objects: they run inside workerd, with real SQLite. */
export default defineConfig({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: './wrangler.toml' },
      miniflare: {
        bindings: { MODE: 'test' },
        // Messages of tests have links; nothing is to leave the machine for their previews.
        outboundService: () => new Response(null, { status: 503 }),
      },
    }),
  ],
  test: {
    name: 'workers',
    // A runtime for each file costs more than its tests. All files share the storage: each test makes workspaces of its own.
    isolate: false,
    // Many calls between objects in one test, on a machine that has other things to do.
    testTimeout: 20_000,
    provide: { migrations },
    include: ['{workers,durable-objects,migrations,scripts/workerd}/**/*.test.ts'],
    globalSetup: ['./scripts/slack-export/provide-exports.ts'],
    setupFiles: ['./scripts/workerd/apply-migrations.ts'],
  },
});
