import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where `npm run bench:peers` puts them. */
export const INSTALLED = join(import.meta.dirname, 'installed');

/** A program of a Debian package; null where it is absent. */
export function getProgram(path: string): string | null {
  const program = join(INSTALLED, path);
  return existsSync(program) ? program : null;
}

export function isPackageInstalled(name: string): boolean {
  return existsSync(join(INSTALLED, 'node_modules', name, 'package.json'));
}
