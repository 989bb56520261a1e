import { expect, test } from 'vitest';
import { placeTip } from './tooltip-place.ts';

const size = { width: 1000, height: 700 };
const at = (top: number, left = 500) => ({ left, right: left + 40, top, bottom: top + 26 });

test('a tip stands above its element, and below where there is no room', () => {
  expect(placeTip(at(300), size)).toEqual({ left: 520, top: 294, side: 'above' });
  expect(placeTip(at(10), size)).toEqual({ left: 520, top: 42, side: 'below' });
});

test('one that would cover what it is about stands below, and above at the foot of the window', () => {
  expect(placeTip(at(300), size, 'below')).toEqual({ left: 520, top: 332, side: 'below' });
  expect(placeTip(at(660), size, 'below')).toEqual({ left: 520, top: 654, side: 'above' });
});

test('it stays within the window', () => {
  expect(placeTip(at(300, 0), size).left).toBe(60);
  expect(placeTip(at(300, 960), size).left).toBe(940);
});
