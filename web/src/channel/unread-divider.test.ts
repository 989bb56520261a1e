import { expect, test } from 'vitest';
import {
  clearDivider,
  hearCursor,
  lookAway,
  openDivider,
  scrollAway,
  see,
  type UnreadDivider,
} from './unread-divider.ts';

const at = (micros: number) => `1.${String(micros).padStart(6, '0')}`;

/** Which of the messages 1 to 9 are shown as new. */
function newOnes({ after, until }: UnreadDivider): number[] {
  const all = Array.from({ length: 9 }, (_, index) => index + 1);
  return all.filter((ts) => at(ts) > after && (until === null || at(ts) <= until));
}

/** Opened with everything up to 3 read, and its end seen, where 5 was the newest. */
const opened = see(openDivider(at(3)), at(5));

test('what is unread when the channel is opened is new, and stays so while it is read', () => {
  expect(newOnes(openDivider(at(3)))).toEqual([4, 5, 6, 7, 8, 9]);
  expect(newOnes(opened)).toEqual([4, 5]);
});

test('what arrives under the person’s eyes is not new', () => {
  expect(newOnes(see(opened, at(8)))).toEqual([4, 5]);
  const read = see(openDivider(at(5)), at(5));
  expect(newOnes(read)).toEqual([]);
  expect(newOnes(see(read, at(8)))).toEqual([]);
});

test('what arrives while the end is out of sight is new', () => {
  const away = scrollAway(see(openDivider(at(5)), at(5)));
  expect(newOnes(away)).toEqual([6, 7, 8, 9]);
  expect(newOnes(see(away, at(7)))).toEqual([6, 7]);
});

test('scrolling up to what is new does not move the line', () => {
  expect(newOnes(scrollAway(opened))).toEqual([4, 5]);
});

test('whoever comes back from another window finds what has arrived since', () => {
  expect(newOnes(see(lookAway(opened), at(6)))).toEqual([6]);
});

test('our own cursor, heard again, moves nothing', () => {
  expect(hearCursor(opened, at(5))).toBe(opened);
});

test('the line goes to what was marked as unread, above it or below it', () => {
  expect(newOnes(hearCursor(opened, at(1)))).toContain(2);
  expect(hearCursor(see(opened, at(9)), at(7)).after).toBe(at(7));
});

test('it goes where another device has read to; what arrives then is not new', () => {
  const read = hearCursor(openDivider(at(3)), at(5));
  expect(newOnes(read)).toEqual([6, 7, 8, 9]);
  const watched = hearCursor(see(openDivider(at(3)), at(5)), at(6));
  expect(newOnes(see(watched, at(8)))).toEqual([]);
});

test('saying that all is read, or sending something, takes the line away for good', () => {
  expect(newOnes(clearDivider(opened, at(5)))).toEqual([]);
  expect(newOnes(see(clearDivider(opened, at(5)), at(7)))).toEqual([]);
  const marked = hearCursor(opened, at(2));
  expect(newOnes(clearDivider(marked, at(5)))).toEqual([]);
});
