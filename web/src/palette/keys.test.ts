import { describe, expect, test } from 'vitest';
import { formatKeys, keyCaps, matchesKeys, type PressedKeys } from './keys.ts';

const press = (key: string, rest: Partial<PressedKeys> = {}): PressedKeys => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...rest,
});

test('Mod is Command on Apple machines and Control on others, and never the other one', () => {
  expect(matchesKeys('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
  expect(matchesKeys('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false);
  expect(matchesKeys('Mod+K', press('k', { ctrlKey: true }), false)).toBe(true);
  expect(matchesKeys('Mod+K', press('k', { metaKey: true }), false)).toBe(false);
});

test('a combination with one modifier more or less is another one', () => {
  expect(matchesKeys('Mod+Shift+K', press('K', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  expect(matchesKeys('Mod+K', press('K', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
  expect(matchesKeys('Mod+Shift+K', press('k', { ctrlKey: true }), false)).toBe(false);
  expect(matchesKeys('Escape', press('Escape', { shiftKey: true }), false)).toBe(false);
  expect(matchesKeys('Alt+ArrowUp', press('ArrowUp', { altKey: true, ctrlKey: true }), false)).toBe(false);
});

describe('signs', () => {
  test('are found where the keyboard has them', () => {
    expect(matchesKeys('Mod+/', press('/', { ctrlKey: true, shiftKey: true, code: 'Digit7' }), false)).toBe(true);
    expect(matchesKeys('Mod+[', press('[', { ctrlKey: true, code: 'BracketLeft' }), false)).toBe(true);
  });

  test('and where an American one has them', () => {
    expect(matchesKeys('Mod+[', press('ü', { ctrlKey: true, code: 'BracketLeft' }), false)).toBe(true);
    expect(matchesKeys('Mod+Shift+\\', press('|', { ctrlKey: true, shiftKey: true, code: 'Backslash' }), false)).toBe(
      true,
    );
  });
});

test('keys are written as the machine writes them', () => {
  expect(formatKeys('Mod+Shift+K', true)).toBe('⇧⌘K');
  expect(formatKeys('Mod+Shift+k', false)).toBe('Ctrl+Shift+K');
  expect(keyCaps('Alt+ArrowUp', false)).toEqual(['Alt', '↑']);
});
