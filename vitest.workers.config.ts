import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers';
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

/** Tests of the Worker and its objects: they run inside workerd, with real SQLite, and each file has storage of its own. */
export default defineConfig({
  plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' }, miniflare: { bindings: { MODE: 'test' } } })],
  test: {
    name: 'workers',
    provide: { migrations },
    include: ['{workers,durable-objects,migrations,scripts/workerd}/**/*.test.ts'],
    globalSetup: ['./scripts/slack-export/provide-exports.ts'],
    setupFiles: ['./scripts/workerd/apply-migrations.ts'],
  },
});
