import { expect, test } from 'vitest';
import { createKeyboardFocus } from './keyboard-focus.ts';

test('a row that a key has led to takes single keys', () => {
  const focus = createKeyboardFocus<string>();
  focus.pressed('ArrowUp');
  focus.focused('row');
  expect(focus.isBy('row')).toBe(true);
  focus.pressed('r');
  expect(focus.isBy('row')).toBe(true);
  expect(focus.isBy('other')).toBe(false);
});

test('a row that was clicked does not, whatever is typed', () => {
  const focus = createKeyboardFocus<string>();
  focus.pressed('Tab');
  focus.pointed();
  focus.focused('row');
  for (const key of 'please') focus.pressed(key);
  expect(focus.isBy('row')).toBe(false);
});

test('a click takes the keys from a row that had them', () => {
  const focus = createKeyboardFocus<string>();
  focus.pressed('F6');
  focus.focused('row');
  focus.pointed();
  focus.focused('row');
  expect(focus.isBy('row')).toBe(false);
});

test('a row that gets the focus back from a menu is as it was', () => {
  const focus = createKeyboardFocus<string>();
  focus.pointed();
  focus.focused('clicked');
  focus.pressed('Escape');
  focus.focused('clicked');
  expect(focus.isBy('clicked')).toBe(false);
  focus.pressed('ArrowDown');
  focus.focused('reached');
  focus.pressed('Escape');
  focus.focused('reached');
  expect(focus.isBy('reached')).toBe(true);
});
