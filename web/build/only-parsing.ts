import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Parts of zod that its schemas refer to, so that they are never left out as unused: JSON Schema, and sentences for errors. */
const unneeded = /\/zod\/v4\/(core\/(to-json-schema|json-schema-processors)|locales\/en)\.js$/;

/**
 * Leaves them out of the client, which parses and looks at whether it worked: what they export is there and gives nothing.
 * They would be a twentieth of what is loaded first.
 */
export function onlyParsing(): Plugin {
  return {
    name: 'edgeways-only-parsing',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (!unneeded.test(id)) return null;
      const names = [...readFileSync(id, 'utf8').matchAll(/^export (?:const|function|class) (\w+)/gm)].map(
        ([, name]) => name,
      );
      return ['export default () => ({});', ...names.map((name) => `export const ${name} = () => ({});`)].join('\n');
    },
  };
}
