import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DATABASES } from '../databases.ts';
import { ROOT, runTool, type ToolResult } from '../run-tool.ts';

/** Fails for a database whose migrations do not lead to its schema.ts, with what to do about it. */
export async function checkMigrationDrift(): Promise<ToolResult> {
  const current = await Promise.all(DATABASES.map(isCurrent));
  const stale = DATABASES.filter((_, index) => !current[index]);
  const output = stale
    .map((name) => `migrations/${name}/schema.ts has changed: run \`npm run migrations\`.\n`)
    .join('');
  return { ok: stale.length === 0, output };
}

/** Asks for a migration in a copy of the folder. drizzle-kit wants a relative path, and says with 0 that it failed. */
async function isCurrent(database: string): Promise<boolean> {
  const cache = join(ROOT, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const copy = mkdtempSync(join(cache, 'migrations-'));
  try {
    cpSync(join(ROOT, 'migrations', database), copy, { recursive: true });
    const schema = `migrations/${database}/schema.ts`;
    const options = ['--dialect', 'sqlite', '--schema', schema, '--out', relative(ROOT, copy)];
    const { output } = await runTool('drizzle-kit', ['generate', ...options]);
    return output.includes('No schema changes');
  } finally {
    rmSync(copy, { recursive: true });
  }
}
