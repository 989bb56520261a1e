import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './migrations/shard/schema.ts',
  out: './migrations/shard',
});
