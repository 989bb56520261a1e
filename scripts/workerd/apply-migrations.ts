import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { inject } from 'vitest';

// Before each test file inside workerd, whose databases are its own.
const { directory, shard, search } = inject('migrations');
await applyD1Migrations(env.DIRECTORY, directory);
await applyD1Migrations(env.SHARD_1, shard);
await applyD1Migrations(env.SHARD_2, shard);
await applyD1Migrations(env.SEARCH, search);
