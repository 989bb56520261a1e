import type { Plugin } from 'vite';

/** An entry of the list of error codes, which may take two lines. */
const entry = /^( {2}\w+:)\s+(['"])(?:(?!\2).)*\2,$/gm;

/**
 * Leaves out of the client what error codes mean: that is written for developers, and people are told by
 * src/app/error-text.ts.
 */
export function withoutDescriptions(): Plugin {
  return {
    name: 'edgeways-without-descriptions',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/shared/error-codes.ts')) return null;
      if (!entry.test(code)) throw new Error('shared/error-codes.ts has another form than is looked for here');
      return { code: code.replace(entry, "$1 '',"), map: null };
    },
  };
}
