import { expect, test } from 'vitest';
import type { Message } from '../../../shared/message.ts';
import { listMessages, withPassing } from './listed-messages.ts';

const at = (seconds: number): Message => ({ type: 'message', user: 'U1', ts: `${seconds}.000000`, text: 'hi' });
const listed = listMessages([at(1), at(3)], [], 'ME', () => '');

test('a message that only this person sees stands where it came in', () => {
  const rows = withPassing(listed, [at(2), at(4)]);
  expect(rows.map(({ message, delivery }) => [message.ts, delivery])).toEqual([
    ['1.000000', 'sent'],
    ['2.000000', 'ephemeral'],
    ['3.000000', 'sent'],
    ['4.000000', 'ephemeral'],
  ]);
});

test('the same message is the same entry, and none is the same list', () => {
  const passing = at(2);
  expect(withPassing(listed, [passing])[1]).toBe(withPassing(listed, [passing])[1]);
  expect(withPassing(listed, [])).toBe(listed);
});
