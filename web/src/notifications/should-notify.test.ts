import { describe, expect, test } from 'vitest';
import { defaultChannelPreferences } from '../../../shared/preferences.ts';
import { noDnd } from '../../../shared/presence.ts';
import { type Circumstances, shouldNotify, shouldNotifyOfUnread } from './should-notify.ts';

const usual: Circumstances = {
  self: 'U1',
  level: 'mentions',
  channel: undefined,
  dnd: noDnd,
  now: 1000,
  inFront: null,
};
const mention = { channel: 'C1', kind: 'mention', user: 'U2' } as const;
const direct = { channel: 'D1', kind: 'direct', user: 'U2' } as const;
const reply = { channel: 'C1', kind: 'reply', user: 'U2', thread_ts: '1.000001' } as const;
const of = (rest: Partial<typeof defaultChannelPreferences>) => ({ ...defaultChannelPreferences, ...rest });

test('a mention, a reply and a direct message are told of', () => {
  expect([mention, reply, direct].map((notice) => shouldNotify(notice, usual))).toEqual([true, true, true]);
});

test('what the person did themselves is not', () => {
  expect(shouldNotify({ ...mention, user: 'U1' }, usual)).toBe(false);
});

describe('levels', () => {
  test('nothing for all channels leaves direct messages', () => {
    expect(shouldNotify(mention, { ...usual, level: 'nothing' })).toBe(false);
    expect(shouldNotify(direct, { ...usual, level: 'nothing' })).toBe(true);
  });

  test('a channel’s own goes before the one for all', () => {
    expect(shouldNotify(mention, { ...usual, channel: of({ notify: 'nothing' }) })).toBe(false);
    expect(shouldNotify(mention, { ...usual, level: 'nothing', channel: of({ notify: 'mentions' }) })).toBe(true);
    expect(shouldNotify(direct, { ...usual, channel: of({ notify: 'nothing' }) })).toBe(false);
  });

  test('every message means unread channels too', () => {
    expect(shouldNotifyOfUnread('C1', usual)).toBe(false);
    expect(shouldNotifyOfUnread('C1', { ...usual, level: 'all' })).toBe(true);
    expect(shouldNotifyOfUnread('C1', { ...usual, channel: of({ notify: 'all' }) })).toBe(true);
    expect(shouldNotifyOfUnread('C1', { ...usual, level: 'all', channel: of({ notify: 'mentions' }) })).toBe(false);
  });
});

test('a muted channel is silent, whatever its level', () => {
  const muted = { ...usual, channel: of({ is_muted: true, notify: 'all' }) };
  expect(shouldNotify(mention, muted)).toBe(false);
  expect(shouldNotifyOfUnread('C1', muted)).toBe(false);
});

test('a pause is silence, until it is over', () => {
  const dnd = { ...noDnd, snooze_enabled: true, snooze_endtime: 2000 };
  expect(shouldNotify(direct, { ...usual, dnd })).toBe(false);
  expect(shouldNotify(direct, { ...usual, dnd, now: 2000 })).toBe(true);
  expect(shouldNotifyOfUnread('C1', { ...usual, level: 'all', dnd })).toBe(false);
});

describe('what is in front of the person', () => {
  test('is not told of', () => {
    const inFront = { channel: 'C1', threadTs: null };
    expect(shouldNotify(mention, { ...usual, inFront })).toBe(false);
    expect(shouldNotify(direct, { ...usual, inFront })).toBe(true);
    expect(shouldNotifyOfUnread('C1', { ...usual, level: 'all', inFront })).toBe(false);
  });

  test('does not show replies unless the thread is open', () => {
    expect(shouldNotify(reply, { ...usual, inFront: { channel: 'C1', threadTs: null } })).toBe(true);
    expect(shouldNotify(reply, { ...usual, inFront: { channel: 'C1', threadTs: '1.000001' } })).toBe(false);
  });
});
