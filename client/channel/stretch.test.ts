import { expect, test } from 'vitest';
import type { Message } from '../../shared/message.ts';
import { MessageList } from './message-list.ts';
import { covers, join, pageAfter, pageBefore, type Stretch } from './stretch.ts';

const at = (second: number) => `${1_600_000_000 + second}.000000`;

function messages(...seconds: number[]): Message[] {
  return seconds.map((second) => ({ type: 'message', ts: at(second), text: '' }));
}

function stretch(from: number | null, to: number | null, ...seconds: number[]): Stretch {
  const bounds = { from: from === null ? null : at(from), to: to === null ? null : at(to) };
  return { messages: MessageList.from(messages(...seconds)), ...bounds };
}

test('stretches that meet become one; those with a hole between do not', () => {
  const older = stretch(1, 5, 1, 3, 5);
  expect(join(older, stretch(5, null, 5, 9))).toEqual(stretch(1, null, 1, 3, 5, 9));
  expect(join(older, stretch(6, null, 6, 9))).toBeNull();
  expect(join(older, stretch(null, null, 2, 9))).toEqual(stretch(null, null, 1, 2, 3, 5, 9));
});

test('of two that overlap either may reach further, on either side', () => {
  expect(join(stretch(4, 6, 4, 6), stretch(2, 8, 2, 4, 8))).toEqual(stretch(2, 8, 2, 4, 6, 8));
  expect(join(stretch(2, 9, 2, 9), stretch(4, 6, 4))).toEqual(stretch(2, 9, 2, 4, 9));
});

test('bounds are part of the stretch, and an open end goes on for ever', () => {
  const closed = stretch(2, 4);
  expect([1, 2, 4, 5].map((second) => covers(closed, at(second)))).toEqual([false, true, true, false]);
  expect(covers(stretch(null, null), at(1))).toBe(true);
});

test('a page reaches to where it was asked for, and as far as it says', () => {
  const newestFirst = messages(5, 3);
  expect(pageBefore(at(8), newestFirst, true)).toEqual(stretch(3, 8, 3, 5));
  expect(pageBefore(at(8), newestFirst, false)).toEqual(stretch(null, 8, 3, 5));
  expect(pageBefore(at(8), [], false)).toEqual(stretch(null, 8));
  expect(pageAfter(at(1), newestFirst)).toEqual(stretch(1, 5, 3, 5));
  expect(pageAfter(at(1), [])).toEqual(stretch(1, 1));
});
