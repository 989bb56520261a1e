import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Draft } from '../../shared/draft.ts';
import { defaultChannelPreferences, defaultPreferences } from '../../shared/preferences.ts';
import { noDnd } from '../../shared/presence.ts';
import type { SessionServerFrame } from '../../shared/protocol/session-socket.ts';
import { reduceSession } from './reduce-session.ts';
import { draftKey, emptySessionState, savedKey, threadKey } from './session-state.ts';
import { bootFrame, sidebarChannel } from '../testing/fake-session.ts';

const ts = (second: number) => `${1_600_000_000 + second}.000000`;

const thread = {
  channel: 'C1',
  thread_ts: ts(1),
  last_read: ts(1),
  has_unread: true,
  mention_count: 1,
  latest_reply: ts(2),
};
const draft: Draft = { channel: 'C1', text: 'half a', updated: 1 };
const saved = { channel: 'C1', ts: ts(1), due: null };
const snoozed = { ...noDnd, snooze_enabled: true, snooze_endtime: 9 };
const schedule = { is_enabled: true, start: 1, end: 2, days: [1] };
const section = { id: 'L1', name: 'Boats', emoji: '', channels: ['C1'], is_collapsed: false };
const muted = { ...defaultChannelPreferences, is_muted: true };
const away = { presence: 'away' as const, manual_away: true };

const booted = reduceSession(
  emptySessionState,
  bootFrame({ channels: [sidebarChannel('C1'), sidebarChannel('C2')], unread_activity: 2 }),
);

test('boot replaces everything', () => {
  const other = bootFrame({
    channels: [sidebarChannel('C3')],
    channel_preferences: { C3: muted },
    preferences: { ...defaultPreferences, unread_only: true },
    sections: [section],
    unread_threads: [thread],
    unread_activity: 7,
    has_new_activity: true,
    drafts: [draft],
    saved: [saved],
    dnd: snoozed,
    dnd_schedule: schedule,
    presence: away,
  });
  const again = reduceSession(reduceSession(booted, { type: 'draft', draft: { ...draft, text: '' } }), other);
  expect(again).toEqual({
    workspace: other.workspace,
    self: other.self,
    channels: new Map([['C3', sidebarChannel('C3')]]),
    preferences: other.preferences,
    channelPreferences: new Map([['C3', muted]]),
    sections: [section],
    unreadThreads: new Map([[threadKey('C1', ts(1)), thread]]),
    unreadActivity: 7,
    hasNewActivity: true,
    drafts: new Map([['C1', draft]]),
    droppedDrafts: new Map(),
    saved: new Map([[savedKey('C1', ts(1)), saved]]),
    dnd: snoozed,
    dndSchedule: schedule,
    ownPresence: away,
  });
});

const frames: [string, SessionServerFrame, object][] = [
  [
    'channel',
    { type: 'channel', channel: sidebarChannel('C1', { name: 'zoo' }) },
    { channels: new Map([...booted.channels, ['C1', sidebarChannel('C1', { name: 'zoo' })] as const]) },
  ],
  ['channel_gone', { type: 'channel_gone', channel: 'C1' }, { channels: new Map([['C2', sidebarChannel('C2')]]) }],
  [
    'preferences',
    { type: 'preferences', preferences: { ...defaultPreferences, unread_only: true } },
    { preferences: { ...defaultPreferences, unread_only: true } },
  ],
  [
    'channel_preferences',
    { type: 'channel_preferences', channel: 'C1', preferences: muted },
    { channelPreferences: new Map([['C1', muted]]) },
  ],
  ['sections', { type: 'sections', sections: [section] }, { sections: [section] }],
  ['thread', { type: 'thread', thread }, { unreadThreads: new Map([[threadKey('C1', ts(1)), thread]]) }],
  ['thread that is read', { type: 'thread', thread: { ...thread, has_unread: false } }, { unreadThreads: new Map() }],
  ['thread_gone', { type: 'thread_gone', channel: 'C1', thread_ts: ts(1) }, { unreadThreads: new Map() }],
  ['activity', { type: 'activity', unread: 0, has_new: true }, { unreadActivity: 0, hasNewActivity: true }],
  ['draft', { type: 'draft', draft }, { drafts: new Map([['C1', draft]]) }],
  ['saved', { type: 'saved', saved: [saved] }, { saved: new Map([[savedKey('C1', ts(1)), saved]]) }],
  ['dnd', { type: 'dnd', dnd: snoozed, schedule }, { dnd: snoozed, dndSchedule: schedule }],
  ['own_presence', { type: 'own_presence', presence: away }, { ownPresence: away }],
];

test.each(frames)('%s says how one thing is now, and twice is as good as once', (_name, frame, change) => {
  const once = reduceSession(booted, frame);
  const expected = { ...booted, ...change };
  expect(once).toEqual(expected);
  expect(reduceSession(once, frame)).toEqual(once);
});

test('what is not for the state leaves it as it is', () => {
  const passing: SessionServerFrame[] = [
    { type: 'presence', people: [], unknown: ['U2'] },
    { type: 'stale', what: 'emoji' },
    { type: 'notice', channel: 'C1', ts: ts(1), text: 'hi', kind: 'direct' },
    { type: 'error', error: 'malformed_frame' },
    { type: 'channel_gone', channel: 'C9' },
    { type: 'thread_gone', channel: 'C9', thread_ts: ts(1) },
  ];
  for (const frame of passing) expect(reduceSession(booted, frame)).toBe(booted);
});

test('of the drafts of each composer the latest is held, in whatever order and however often they come', () => {
  const drafts = fc.array(
    fc.record({
      channel: fc.constantFrom('C1', 'C2'),
      thread: fc.constantFrom(null, ts(1)),
      text: fc.constantFrom('', 'a', 'b'),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(drafts, fc.array(fc.nat(50), { maxLength: 30 }), (written, picks) => {
      const frames: Draft[] = written.map(({ channel, thread: root, text }, index) => ({
        channel,
        ...(root !== null && { thread_ts: root }),
        text,
        updated: index,
      }));
      const arrived = picks.flatMap((pick) => frames[pick % Math.max(1, frames.length)] ?? []);
      const after = [...arrived, ...frames.toReversed()].reduce(
        (state, next) => reduceSession(state, { type: 'draft', draft: next }),
        emptySessionState,
      );
      const latest = new Map(frames.map((next) => [draftKey(next.channel, next.thread_ts), next]));
      const held = [...latest].filter(([, next]) => next.text !== '');
      expect(Object.fromEntries(after.drafts)).toEqual(Object.fromEntries(held));
    }),
  );
});
