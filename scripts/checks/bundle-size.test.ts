import { expect, test } from 'vitest';
import { getFirstLoad } from './bundle-size.ts';

test('the first load is the entry and its static imports, each once, and nothing loaded later', () => {
  const manifest = {
    'index.html': { file: 'index.js', isEntry: true, imports: ['_a.js', '_b.js'] },
    '_a.js': { file: 'a.js', imports: ['_b.js'] },
    '_b.js': { file: 'b.js', imports: ['_a.js'] },
    'page.tsx': { file: 'page.js', imports: ['_c.js'] },
    '_c.js': { file: 'c.js' },
    'style.css': { file: 'style.css', isEntry: true },
  };
  expect(getFirstLoad(manifest)).toEqual(['index.js', 'a.js', 'b.js']);
});
