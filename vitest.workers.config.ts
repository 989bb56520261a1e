import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers';
import { defineConfig } from 'vitest/config';

// wrangler looks for required secrets here, and says for each test file that it did.
process.env['EDGEWAYS_SECRET'] = 'a secret for tests, not a secret';
process.env['WRANGLER_LOG'] ??= 'warn';

/** Tests of the Worker and its objects: they run inside workerd, with real SQLite, and each file has storage of its own. */
export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: './wrangler.toml' },
      miniflare: {
        bindings: {
          MODE: 'test',
          D1_MIGRATIONS: {
            directory: await readD1Migrations('migrations/directory'),
            shard: await readD1Migrations('migrations/shard'),
            search: await readD1Migrations('migrations/search'),
          },
        },
      },
    })),
  ],
  test: {
    name: 'workers',
    include: ['workers/**/*.test.ts', 'durable-objects/**/*.test.ts'],
    setupFiles: ['./scripts/workerd/apply-migrations.ts'],
  },
});
