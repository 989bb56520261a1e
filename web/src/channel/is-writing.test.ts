import { expect, test } from 'vitest';
import { isWriting } from './is-writing.ts';

const press = (key: string, modifiers = {}) =>
  isWriting({ key, ctrlKey: false, metaKey: false, altKey: false, ...modifiers });

test.each(['p', 'P', 'ß', '7', '/', 'Dead'])('%s writes', (key) => {
  expect(press(key)).toBe(true);
});

test.each(['Enter', 'Backspace', 'ArrowUp', 'Escape', 'Tab', 'F6', 'Shift', ' '])('%s does not', (key) => {
  expect(press(key)).toBe(false);
});

test('shortcuts do not write, but pasting and AltGr do', () => {
  expect(press('k', { ctrlKey: true })).toBe(false);
  expect(press('a', { altKey: true })).toBe(false);
  expect(press('v', { metaKey: true })).toBe(true);
  expect(press('v', { ctrlKey: true })).toBe(true);
  expect(press('@', { ctrlKey: true, altKey: true })).toBe(true);
});
