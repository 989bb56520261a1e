import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkPages, writePages } from './files.ts';
import type { Declaration } from './load-methods.ts';
import { renderMethod } from './render-method.ts';
import { renderReference } from './render.ts';

const sample: Declaration = {
  name: 'plants.water',
  summary: 'Waters plants.',
  tier: 2,
  scopes: { user: ['channels:read', 'groups:read'] },
  errors: ['channel_not_found'],
  input: z.object({
    plants: z.array(z.enum(['fern', 'fig'])).describe('Which; a|b.'),
    litres: z.int().default(2).describe('How much.'),
    at: z.union([z.string(), z.number()]).optional().describe('When.'),
  }),
};

describe('a page', () => {
  it('has everything that is declared of a method', () => {
    const text = renderMethod(sample);
    expect(text).toContain('## plants.water\n\nWaters plants.');
    expect(text).toContain('| Scopes of a user token | `channels:read` or `groups:read` |');
    expect(text).toContain('| Scopes of a bot token | may not call |');
    expect(text).toContain('| Limit | Tier 2 |');
    expect(text).toContain('| `plants` | list of `fern` or `fig` | required | Which; a\\|b. |');
    expect(text).toContain('| `litres` | integer | `2` | How much. |');
    expect(text).toContain('| `at` | string or number |  | When. |');
    expect(text).toContain('| `channel_not_found` | There is no such channel, or the caller may not know of it. |');
  });

  it('is not made while an argument is unexplained', () => {
    const input = z.object({ plants: z.string() });
    expect(() => renderMethod({ ...sample, input })).toThrow('no description: plants.water, plants');
  });

  it('is one for each family, beside an index', () => {
    const pages = renderReference([sample, { ...sample, name: 'animals.feed', scopes: 'open' }]);
    expect([...pages.keys()].toSorted()).toEqual(['README.md', 'animals.md', 'plants.md']);
    expect(pages.get('README.md')).toContain('[plants.water](plants.md#plantswater)');
    expect(pages.get('animals.md')).toContain('| Token | none needed |');
  });
});

describe('the folder', () => {
  let path: string;
  let folder: URL;
  const pages = new Map([
    ['README.md', 'index\n'],
    ['plants.md', 'plants\n'],
  ]);
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'reference-'));
    folder = pathToFileURL(`${path}/`);
  });
  afterEach(() => rmSync(path, { recursive: true }));

  it('is found stale page by page', () => {
    expect(checkPages(folder, pages)).toEqual(['README.md', 'plants.md']);
    writePages(folder, pages);
    expect(checkPages(folder, pages)).toEqual([]);
    writeFileSync(join(path, 'plants.md'), 'weeds\n');
    writeFileSync(join(path, 'animals.md'), 'animals\n');
    expect(checkPages(folder, pages)).toEqual(['plants.md', 'animals.md']);
  });

  it('has nothing in it but the pages', () => {
    writeFileSync(join(path, 'animals.md'), 'animals\n');
    writePages(folder, pages);
    expect(readdirSync(path).toSorted()).toEqual(['README.md', 'plants.md']);
    expect(readFileSync(join(path, 'plants.md'), 'utf8')).toBe('plants\n');
  });
});
