import { DATABASES } from './databases.ts';
import { runToolOnTerminal } from './run-tool.ts';

/** `npm run migrations`: writes the migration that takes each database from its last one to its schema.ts, if they differ. */
for (const database of DATABASES) {
  const ok = await runToolOnTerminal('drizzle-kit', [
    'generate',
    '--config',
    `migrations/${database}/drizzle.config.ts`,
  ]);
  if (!ok) process.exit(1);
}
