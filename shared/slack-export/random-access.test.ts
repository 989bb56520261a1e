import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesAsRandomAccess, readAhead, type RandomAccess } from './random-access.ts';

const bytes = Uint8Array.from({ length: 100 }, (_, index) => index);

/** Counts what it was asked for. */
function countedSource(): RandomAccess & { calls: [number, number][] } {
  const calls: [number, number][] = [];
  const source = bytesAsRandomAccess(bytes);
  return {
    calls,
    size: source.size,
    read(offset, length) {
      calls.push([offset, length]);
      return source.read(offset, length);
    },
  };
}

test('reading ahead gives the bytes that reading gives', async () => {
  const range = fc.tuple(fc.nat(110), fc.nat(60));
  await fc.assert(
    fc.asyncProperty(fc.array(range), fc.integer({ min: 1, max: 50 }), async (ranges, windowSize) => {
      const ahead = readAhead(bytesAsRandomAccess(bytes), windowSize);
      for (const [offset, length] of ranges) {
        expect(await ahead.read(offset, length)).toEqual(bytes.subarray(offset, offset + length));
      }
    }),
    { numRuns: 200 },
  );
});

test('small reads in order cost one fetch per window', async () => {
  const source = countedSource();
  const ahead = readAhead(source, 40);
  for (let offset = 0; offset < 100; offset += 5) await ahead.read(offset, 5);
  expect(source.calls).toEqual([
    [0, 40],
    [40, 40],
    [80, 40],
  ]);
});

test('a read larger than the window goes past it and leaves it as it was', async () => {
  const source = countedSource();
  const ahead = readAhead(source, 10);
  await ahead.read(0, 10);
  await ahead.read(20, 50);
  await ahead.read(5, 5);
  expect(source.calls).toEqual([
    [0, 10],
    [20, 50],
  ]);
});
