import { expect, test } from 'vitest';
import { parseCommand } from './parse-command.ts';

test.each([
  ['/me waves', { name: 'me', rest: 'waves' }],
  ['/TOPIC  tea,\nand biscuits ', { name: 'topic', rest: 'tea,\nand biscuits' }],
  ['/away', { name: 'away', rest: '' }],
])('%j', (text, command) => {
  expect(parseCommand(text)).toEqual(command);
});

test.each(['me waves', '/usr/bin is a path', ' /me waves', '/', '/1', 'a /me b'])('%j is a message', (text) => {
  expect(parseCommand(text)).toBeNull();
});
