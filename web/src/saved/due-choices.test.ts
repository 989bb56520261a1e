import { expect, test } from 'vitest';
import { dueOf, readLocalTime, toLocalTime } from './due-choices.ts';

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime() / 1000;
const tuesday = new Date(2026, 10, 24, 23, 30);

test('some minutes and hours are counted from now', () => {
  expect(dueOf('in20Minutes', tuesday)).toBe(at(2026, 10, 24, 23, 50));
  expect(dueOf('in3Hours', tuesday)).toBe(at(2026, 10, 25, 2, 30));
});

test('tomorrow and next week are in the morning', () => {
  expect(dueOf('tomorrow', tuesday)).toBe(at(2026, 10, 25, 9, 0));
  expect(dueOf('nextWeek', tuesday)).toBe(at(2026, 10, 30, 9, 0));
});

test('on a Monday, next week is the Monday after', () => {
  expect(dueOf('nextWeek', new Date(2026, 10, 30, 8))).toBe(at(2026, 11, 7, 9, 0));
});

test('a time that was chosen is read as it was shown, and has to be still to come', () => {
  const chosen = new Date(2026, 10, 25, 7, 5);
  expect(readLocalTime(toLocalTime(chosen), tuesday)).toBe(chosen.getTime() / 1000);
  expect(readLocalTime(toLocalTime(tuesday), tuesday)).toBeNull();
  expect(readLocalTime('', tuesday)).toBeNull();
});
