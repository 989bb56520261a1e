import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTs, microsToTs, Ts, tsToMicros, zeroTs } from './timestamps.ts';

/** Until the year 2255, where whole microseconds stop being exact. */
const micros = fc.integer({ min: 1, max: 9_000_000_000_000_000 });

test('a ts and its microseconds say the same, and order alike', () => {
  fc.assert(
    fc.property(micros, micros, (a, b) => {
      expect(tsToMicros(microsToTs(a))).toBe(a);
      expect(Ts.safeParse(microsToTs(a)).success).toBe(true);
      expect(Math.sign(compareTs(microsToTs(a), microsToTs(b)))).toBe(Math.sign(a - b));
    }),
  );
});

test('nothing yet has one spelling', () => {
  expect(microsToTs(0)).toBe(zeroTs);
  expect(tsToMicros(zeroTs)).toBe(0);
  expect(tsToMicros('0.000000')).toBe(0);
});
