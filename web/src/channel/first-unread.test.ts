import { expect, test } from 'vitest';
import { tsToMicros } from '../../../shared/timestamps.ts';
import { findUnreadAbove } from './first-unread.ts';
import { buildRows, type ListedMessage } from './rows.ts';

const message = (second: number, user = 'U2'): ListedMessage => {
  const ts = `17000000${String(second).padStart(2, '0')}.000000`;
  return { key: ts, message: { type: 'message', user, text: '', ts }, at: tsToMicros(ts), delivery: 'sent' };
};
const listed = [message(1), message(2), message(3, 'U1'), message(4), message(5)];

function find(unreadAfter: string | null, top: number, hasOlder = false, unreadUntil: string | null = null) {
  const rows = buildRows(listed, { isComplete: !hasOlder, unreadAfter, unreadUntil, self: 'U1' });
  return findUnreadAbove({ rows, listed, hasOlder, unreadAfter, unreadUntil, self: 'U1', top });
}

test('new messages above what is on screen are counted, without one’s own', () => {
  expect(find('1700000001.000000', 6)).toEqual({ count: 3, isMore: false, firstTs: '1700000002.000000' });
});

test('those on screen need no word', () => {
  expect(find('1700000001.000000', 0)).toBeNull();
});

test('when the list begins after the first new one there are more than it has', () => {
  expect(find('1600000000.000000', 0, true)).toEqual({ count: 4, isMore: true, firstTs: null });
});

test('with nothing new there is nothing to say', () => {
  expect(find('1700000005.000000', 6)).toBeNull();
  expect(find(null, 6)).toBeNull();
});

test('what has come under one’s eyes since is not counted, and nothing is said when there is only that', () => {
  expect(find('1700000001.000000', 6, false, '1700000003.000000')).toMatchObject({ count: 1 });
  expect(find('1700000001.000000', 6, false, '1700000001.000000')).toBeNull();
});
