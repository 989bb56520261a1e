import { expect, test } from 'vitest';
import { defaultChannelPreferences, defaultPreferences, type Section } from '../../shared/preferences.ts';
import type { BootFrame } from '../../shared/protocol/session-socket.ts';
import { reduceSession } from './reduce-session.ts';
import { emptySessionState, type SessionState } from './session-state.ts';
import { isBold, sidebarSections, unreadTotals } from './sidebar-sections.ts';
import { bootFrame, sidebarChannel } from '../testing/fake-session.ts';

const ts = (second: number) => `${1_600_000_000 + second}.000000`;
const section = (id: string, channels: string[] = []): Section => ({
  id,
  name: '',
  emoji: '',
  channels,
  is_collapsed: false,
});
const prefer = (change: Partial<typeof defaultChannelPreferences>) => ({ ...defaultChannelPreferences, ...change });

function booted(change: Partial<BootFrame>): SessionState {
  return reduceSession(emptySessionState, bootFrame(change));
}

const shown = (state: SessionState, current?: string) =>
  Object.fromEntries(
    sidebarSections(state, current).map(({ section: { id }, channels }) => [id, channels.map((channel) => channel.id)]),
  );

const direct = { kind: 'im' as const };
const everything = booted({
  sections: [section('starred', ['C9']), section('L1', ['C3', 'C2']), section('channels', ['C6']), section('direct')],
  channels: [
    sidebarChannel('C1', { name: 'zebra' }),
    sidebarChannel('C2', { name: 'boats' }),
    sidebarChannel('C3', { name: 'tides' }),
    sidebarChannel('C4', { name: 'apple' }),
    sidebarChannel('C5', { name: 'old', is_archived: true }),
    sidebarChannel('C6', { name: 'put first' }),
    sidebarChannel('C7', { name: 'star b' }),
    sidebarChannel('C8', { name: 'star a' }),
    sidebarChannel('C9', { name: 'star z' }),
    sidebarChannel('D1', { ...direct, latest: ts(1) }),
    sidebarChannel('D2', { ...direct, latest: ts(3) }),
    sidebarChannel('G1', { kind: 'mpim', latest: ts(2) }),
    sidebarChannel('D3', { ...direct, latest: ts(9) }),
    sidebarChannel('D4', { ...direct, latest: ts(8), has_unread: true, mention_count: 1 }),
  ],
  channel_preferences: {
    C7: prefer({ is_starred: true }),
    C8: prefer({ is_starred: true }),
    C9: prefer({ is_starred: true }),
    D3: prefer({ is_closed: true }),
    D4: prefer({ is_closed: true }),
  },
});

test('channels stand where they were put, the others by name, direct messages by recency; archived and closed ones nowhere', () => {
  expect(shown(everything)).toEqual({
    starred: ['C9', 'C8', 'C7'],
    L1: ['C3', 'C2'],
    channels: ['C6', 'C4', 'C1'],
    direct: ['D4', 'D2', 'G1', 'D1'],
  });
  expect(sidebarSections(everything).map(({ kind }) => kind)).toEqual(['starred', 'custom', 'channels', 'direct']);
});

test('a starred channel that was put into another section is among the starred ones', () => {
  const state = reduceSession(everything, {
    type: 'channel_preferences',
    channel: 'C2',
    preferences: prefer({ is_starred: true }),
  });
  expect(shown(state)).toMatchObject({ starred: ['C9', 'C2', 'C8', 'C7'], L1: ['C3'] });
});

test('a channel that is put among direct messages, or is no longer starred, is where it was put or of its kind', () => {
  const sections = [section('starred', ['C1']), section('channels'), section('direct', ['C2'])];
  const state = booted({ sections, channels: [sidebarChannel('C1'), sidebarChannel('C2')] });
  expect(shown(state)).toEqual({ starred: [], channels: ['C1'], direct: ['C2'] });
});

test('the filter leaves what is unread, what mentions the person, and what is open', () => {
  const state = booted({
    preferences: { ...defaultPreferences, unread_only: true },
    channels: [
      sidebarChannel('C1'),
      sidebarChannel('C2', { has_unread: true }),
      sidebarChannel('C3', { has_unread: true }),
      sidebarChannel('C4', { has_unread: true, mention_count: 1 }),
      sidebarChannel('C5'),
    ],
    channel_preferences: { C3: prefer({ is_muted: true }), C4: prefer({ is_muted: true }) },
  });
  expect(shown(state)['channels']).toEqual(['C2', 'C4']);
  expect(shown(state, 'C5')['channels']).toEqual(['C2', 'C4', 'C5']);
});

test('a frame about one channel leaves the other sections as they are, and no frame leaves all of them', () => {
  const before = sidebarSections(everything);
  expect(sidebarSections({ ...everything })).toBe(before);
  const state = reduceSession(everything, { type: 'channel', channel: sidebarChannel('C3', { has_unread: true }) });
  const after = sidebarSections(state);
  expect(after.map((one, index) => one === before[index])).toEqual([true, false, true, true]);
  const collapsed = everything.sections.map((one) => (one.id === 'L1' ? { ...one, is_collapsed: true } : one));
  const folded = sidebarSections(reduceSession(state, { type: 'sections', sections: collapsed }));
  expect(folded[1]?.channels).toBe(after[1]?.channels);
  expect(folded[1]?.section.is_collapsed).toBe(true);
});

test('muted channels are not bold, and their mentions count; threads count both ways; archived channels do not', () => {
  const thread = {
    channel: 'C1',
    thread_ts: ts(1),
    last_read: ts(1),
    has_unread: true,
    mention_count: 2,
    latest_reply: ts(2),
  };
  const muted = booted({
    channels: [
      sidebarChannel('C1', { has_unread: true, mention_count: 3 }),
      sidebarChannel('C2', { has_unread: true, mention_count: 5, is_archived: true }),
    ],
    channel_preferences: { C1: prefer({ is_muted: true }) },
  });
  expect(isBold(muted, sidebarChannel('C1', { has_unread: true }))).toBe(false);
  expect(unreadTotals(muted)).toEqual({ mentions: 3, hasUnread: false });
  const withThread = reduceSession(muted, { type: 'thread', thread });
  expect(unreadTotals(withThread)).toEqual({ mentions: 5, hasUnread: true });
  expect(unreadTotals(booted({ channels: [sidebarChannel('C1', { has_unread: true })] }))).toEqual({
    mentions: 0,
    hasUnread: true,
  });
  expect(unreadTotals(emptySessionState)).toEqual({ mentions: 0, hasUnread: false });
});

test('the totals are the same object until one of them changes', () => {
  const before = unreadTotals(everything);
  const renamed = reduceSession(everything, { type: 'channel', channel: sidebarChannel('C1', { name: 'new' }) });
  expect(unreadTotals(renamed)).toBe(before);
  const called = reduceSession(everything, { type: 'channel', channel: sidebarChannel('C1', { mention_count: 1 }) });
  expect(unreadTotals(called)).toEqual({ mentions: 2, hasUnread: true });
});
