import { runToolOnTerminal } from './run-tool.ts';

/** The folders of migrations/, each the history of one kind of database. */
const DATABASES = ['directory', 'shard', 'search'];

/** `npm run migrations`: writes the migration that takes each database from its last one to its schema.ts, if they differ. */
for (const database of DATABASES) {
  const ok = await runToolOnTerminal('drizzle-kit', [
    'generate',
    '--config',
    `migrations/${database}/drizzle.config.ts`,
  ]);
  if (!ok) process.exit(1);
}
