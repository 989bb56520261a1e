import { loadMethods } from './reference/load-methods.ts';
import { checkPages, writePages } from './reference/files.ts';
import { renderReference } from './reference/render.ts';

const folder = new URL('../docs/reference/', import.meta.url);

/** `npm run reference`: writes docs/reference/ from the declarations of the methods; with `--check` says what is stale. */
const pages = renderReference(await loadMethods());
if (process.argv.includes('--check')) {
  const stale = checkPages(folder, pages);
  for (const name of stale) console.error(`docs/reference/${name} is stale: run \`npm run reference\``);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  writePages(folder, pages);
}
