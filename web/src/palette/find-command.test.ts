import { expect, test } from 'vitest';
import { findCommand } from './find-command.ts';
import { commandIds, commandOf, isRunnable } from './commands.ts';
import type { PressedKeys } from './keys.ts';

function press(keys: string): PressedKeys {
  const parts = keys.split('+');
  return {
    key: parts.at(-1) ?? '',
    code: '',
    ctrlKey: parts.includes('Mod'),
    metaKey: false,
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  };
}

test('each combination of keys means one command', () => {
  const meant = commandIds.filter(isRunnable).flatMap((id) => {
    const { keys = [], appKeys = [] } = commandOf(id);
    return [...keys, ...appKeys].map((each) => [each, id]);
  });
  expect(meant.map(([each = '']) => [each, findCommand(press(each))])).toEqual(meant);
});

test('keys of a composer or a message are not taken from it', () => {
  expect(findCommand(press('T'))).toBeNull();
  expect(findCommand(press('Mod+B'))).toBeNull();
});
