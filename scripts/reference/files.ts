import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Pages by the names of their files. */
export type Pages = ReadonlyMap<string, string>;

/** Writes the pages, and removes those that are no more. */
export function writePages(folder: URL, pages: Pages): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of pages) writeFileSync(new URL(name, folder), text);
  for (const name of leftOver(folder, pages)) rmSync(new URL(name, folder));
}

/** The names of pages that are missing, other than they should be, or no more. */
export function checkPages(folder: URL, pages: Pages): string[] {
  const stale = [...pages].filter(([name, text]) => getText(new URL(name, folder)) !== text).map(([name]) => name);
  return [...stale, ...leftOver(folder, pages)];
}

function leftOver(folder: URL, pages: Pages): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => !pages.has(name));
}

function getText(file: URL): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
