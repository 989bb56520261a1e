import { expect, test } from 'vitest';
import { ApiError } from '../api/api-error.ts';
import { createReadCursor, justBefore } from './read-cursor.ts';
import { createFakeClock } from '../testing/fake-clock.ts';

const at = (second: number) => `${1_600_000_000 + second}.000000`;

function setUp() {
  const clock = createFakeClock();
  const marked: string[] = [];
  const world = { failure: null as ApiError | null };
  const cursor = createReadCursor(async (ts) => {
    marked.push(ts);
    if (world.failure) throw world.failure;
  }, clock);
  return { clock, marked, world, cursor };
}

test('it moves forward only, and the server hears of it at most once a second', async () => {
  const { clock, marked, cursor } = setUp();
  expect(cursor.move(at(1))).toBe(true);
  await clock.settle();
  expect([cursor.move(at(2)), cursor.move(at(5)), cursor.move(at(3))]).toEqual([true, true, false]);
  await clock.advance(999);
  expect(marked).toEqual([at(1)]);
  await clock.advance(1);
  expect(marked).toEqual([at(1), at(5)]);
  await clock.advance(10_000);
  expect(marked).toHaveLength(2);
});

test('a call that fails for want of a network is repeated; a refused one is not', async () => {
  const { clock, marked, world, cursor } = setUp();
  world.failure = new ApiError('network');
  cursor.move(at(1));
  await clock.advance(5_000);
  expect(marked).toEqual([at(1), at(1)]);
  world.failure = new ApiError('not_in_channel');
  await clock.advance(60_000);
  expect(marked).toHaveLength(3);
});

test('what the server says is taken, backwards too, unless it cannot have heard of our last move', async () => {
  const { clock, cursor } = setUp();
  expect(cursor.after(at(10))).toBe(at(10));
  cursor.move(at(20));
  expect(cursor.after(at(10))).toBe(at(20));
  await clock.advance(500);
  expect(cursor.after(at(10))).toBe(at(20));
  expect(cursor.after(at(30))).toBe(at(30));
  await clock.advance(2_000);
  expect(cursor.after(at(5))).toBe(at(5));
  expect(cursor.move(at(6))).toBe(true);
});

test('after a stop a failed call is not repeated', async () => {
  const { clock, marked, world, cursor } = setUp();
  world.failure = new ApiError('network');
  cursor.move(at(1));
  await clock.settle();
  cursor.stop();
  await clock.advance(60_000);
  expect(marked).toHaveLength(1);
});

test('a move back is kept against what the server says until it has heard of it', async () => {
  const { clock, marked, cursor } = setUp();
  cursor.move(at(20));
  await clock.advance(5_000);
  cursor.moveTo(at(10));
  expect(cursor.after(at(20))).toBe(at(10));
  await clock.advance(500);
  expect(cursor.after(at(20))).toBe(at(10));
  await clock.advance(5_000);
  expect(marked).toEqual([at(20), at(10)]);
  expect(cursor.after(at(20))).toBe(at(20));
});

test('just before a message is where nothing later fits', () => {
  expect(justBefore('1600000000.000000')).toBe('1599999999.999999');
});
