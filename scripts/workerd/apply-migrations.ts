import { applyD1Migrations, type D1Migration } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Read by vitest.workers.config.ts, as code inside workerd sees no files. */
    migrations: Record<'directory' | 'shard' | 'search', D1Migration[]>;
  }
}

const { directory, shard, search } = inject('migrations');
await applyD1Migrations(env.DIRECTORY, directory);
await applyD1Migrations(env.SHARD_1, shard);
await applyD1Migrations(env.SHARD_2, shard);
await applyD1Migrations(env.SEARCH, search);
