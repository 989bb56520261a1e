import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidates, cleanName, domainOf, handleOf, timeZoneOrUtc } from './names.ts';

describe('names', () => {
  it.each([
    ['Jürgen.Groß+list@example.com', 'jurgen.gro-list'],
    ['"a b"@example.com', 'a-b'],
    ['...@example.com', 'someone'],
    ['李@example.com', 'someone'],
    ['a@b@example.com', 'a-b'],
    [`${'x'.repeat(64)}@example.com`, 'x'.repeat(21)],
  ])('make of the address %s the handle %s', (email, handle) => {
    expect(handleOf(email)).toBe(handle);
  });

  it('make handles and domains of nothing but their signs, whatever goes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(handleOf(text)).toMatch(/^[a-z0-9]([a-z0-9._-]{0,19}[a-z0-9])?$/);
        expect(domainOf(text)).toMatch(/^[a-z0-9]([a-z0-9-]{0,19}[a-z0-9])?$/);
      }),
    );
  });

  it('are on one line, and run in one direction', () => {
    expect(cleanName(' Acme\r\nBcc: x\u0000\u202eevil \t ')).toBe('Acme Bcc: x evil');
    expect(cleanName('\n\u2066')).toBe('');
  });

  it('are tried with numbers, and do not run out', () => {
    const tried: string[] = [];
    for (const candidate of candidates('acme')) if (tried.push(candidate) === 30) break;
    expect(tried.slice(0, 4)).toEqual(['acme', 'acme-2', 'acme-3', 'acme-4']);
    expect(new Set(tried).size).toBe(30);
  });
});

it('a time zone is one that exists, or UTC', () => {
  expect(['Europe/Berlin', 'Mars/Olympus', undefined, ''].map(timeZoneOrUtc)).toEqual([
    'Europe/Berlin',
    'UTC',
    'UTC',
    'UTC',
  ]);
});
