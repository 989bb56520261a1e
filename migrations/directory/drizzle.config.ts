import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './migrations/directory/schema.ts',
  out: './migrations/directory',
});
