import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

test('the order of keys does not matter, the order of a list does', () => {
  expect(fingerprintOf({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(fingerprintOf({ b: [{ d: 3, c: 2 }], a: 1 }));
  expect(fingerprintOf([1, 2])).not.toBe(fingerprintOf([2, 1]));
});

test('values that say different things have different fingerprints', () => {
  const clone = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(fingerprintOf(a)).toMatch(/^[0-9a-f]{16}$/);
      expect(fingerprintOf(clone(a))).toBe(fingerprintOf(a));
      fc.pre(JSON.stringify(a) !== JSON.stringify(b));
      // Keys in another order are the one case of different text and the same fingerprint.
      if (fingerprintOf(a) === fingerprintOf(b)) expect(clone(a)).toEqual(clone(b));
    }),
  );
});
