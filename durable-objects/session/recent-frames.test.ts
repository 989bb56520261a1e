import { expect, test } from 'vitest';
import type { NoticeFrame } from '../../shared/protocol/session-socket.ts';
import { RecentFrames } from './recent-frames.ts';

const notice = (n: number): NoticeFrame => ({
  type: 'notice',
  channel: 'C01',
  ts: `${1_700_000_000 + n}.000000`,
  text: '',
  kind: 'direct',
});

test('each device hears of what came since it asked', () => {
  const recent = new RecentFrames();
  const phone = recent.place;
  recent.add(notice(1), 1000);
  const laptop = recent.place;
  recent.add(notice(2), 2000);
  expect(recent.since(phone, 2000)).toEqual([notice(1), notice(2)]);
  expect(recent.since(laptop, 2000)).toEqual([notice(2)]);
  expect(recent.since(recent.place, 2000)).toEqual([]);
});

test('what a boot frame says besides is not kept, and a device that boots has missed nothing', () => {
  const recent = new RecentFrames();
  const start = recent.place;
  recent.add({ type: 'channel_gone', channel: 'C01' }, 1000);
  recent.add({ type: 'stale', what: 'emoji' }, 1000);
  expect(recent.since(start, 1000)).toEqual([{ type: 'stale', what: 'emoji' }]);
  expect(recent.since('', 1000)).toEqual([]);
});

test('after a restart everything is new to whoever was there before', () => {
  const before = new RecentFrames();
  for (let n = 0; n < 5; n += 1) before.add(notice(n), 1000);
  const after = new RecentFrames();
  after.add(notice(9), 2000);
  expect(after.since(before.place, 2000)).toEqual([notice(9)]);
});

test('what is a minute old is no news, and only so many are kept', () => {
  const recent = new RecentFrames();
  const start = recent.place;
  recent.add(notice(1), 1000);
  expect(recent.since(start, 61_001)).toEqual([]);
  for (let n = 0; n < 500; n += 1) recent.add(notice(n), 5000);
  expect(recent.since(start, 5000)).toHaveLength(200);
  expect(recent.since(start, 5000).at(-1)).toEqual(notice(499));
});

test('of a channel that the person is out of, nothing is told any more', () => {
  const recent = new RecentFrames();
  const start = recent.place;
  const item = { id: 'a', kind: 'mention', channel: 'C01', ts: '1700000001.000000', at: 1 } as const;
  recent.add(notice(1), 1000);
  recent.add({ type: 'activity', item, unread: 1, has_new: true }, 1000);
  recent.add({ ...notice(2), channel: 'C02' }, 1000);
  recent.add({ type: 'channel_gone', channel: 'C01' }, 1000);
  expect(recent.since(start, 1000)).toEqual([{ ...notice(2), channel: 'C02' }]);
});
