import { describe, expect, test } from 'vitest';
import { emptySessionState, type SessionState } from '../../../client/session/session-state.ts';
import { sidebarSections } from '../../../client/session/sidebar-sections.ts';
import type { SidebarChannel } from '../../../shared/channel.ts';
import { defaultChannelPreferences, type Section } from '../../../shared/preferences.ts';
import { neighbour, shownChannels } from './shown.ts';

const channel = (id: string, rest: Partial<SidebarChannel> = {}): SidebarChannel => ({
  id,
  name: id.toLowerCase(),
  kind: 'public',
  is_general: false,
  is_archived: false,
  topic: '',
  last_read: '0000000000.000000',
  has_unread: false,
  mention_count: 0,
  latest: '0000000000.000000',
  ...rest,
});

const section = (id: string, rest: Partial<Section> = {}): Section => ({
  id,
  name: '',
  emoji: '',
  channels: [],
  is_collapsed: false,
  ...rest,
});

const stateOf = (channels: SidebarChannel[], rest: Partial<SessionState> = {}): SessionState => ({
  ...emptySessionState,
  channels: new Map(channels.map((each) => [each.id, each])),
  sections: [section('starred'), section('channels'), section('direct')],
  ...rest,
});

describe('the next conversation', () => {
  const state = stateOf([channel('CA'), channel('CB', { has_unread: true }), channel('CC'), channel('CD')]);
  const next = (from: string | null, step: 1 | -1, isUnread = false) =>
    neighbour(state, from, step, { isUnread })?.id ?? null;

  test('is the one below or above, around the ends', () => {
    expect(next('CA', 1)).toBe('CB');
    expect(next('CA', -1)).toBe('CD');
    expect(next('CD', 1)).toBe('CA');
  });

  test('from a page is the first, or the last', () => {
    expect(next(null, 1)).toBe('CA');
    expect(next(null, -1)).toBe('CD');
  });

  test('that is unread skips the others, and is none when there is none', () => {
    expect(next('CC', 1, true)).toBe('CB');
    expect(next('CC', -1, true)).toBe('CB');
    expect(next('CB', 1, true)).toBeNull();
  });

  test('that is unread is not a muted one, unless it calls the person', () => {
    const muted = new Map([['CB', { ...defaultChannelPreferences, is_muted: true }]]);
    const quiet = { ...state, channelPreferences: muted };
    expect(neighbour(quiet, 'CA', 1, { isUnread: true })).toBeNull();
    const called = stateOf([channel('CA'), channel('CB', { has_unread: true, mention_count: 1 })], {
      channelPreferences: muted,
    });
    expect(neighbour(called, 'CA', 1, { isUnread: true })?.id).toBe('CB');
  });

  test('of an empty sidebar is none', () => {
    expect(neighbour(stateOf([]), null, 1)).toBeNull();
  });
});

test('a collapsed section shows what is unread and what is open', () => {
  const state = stateOf([channel('CA'), channel('CB', { has_unread: true }), channel('CC')], {
    sections: [section('starred'), section('channels', { is_collapsed: true }), section('direct')],
  });
  const shown = sidebarSections(state, 'CC').flatMap((each) => shownChannels(state, each, 'CC'));
  expect(shown.map(({ id }) => id)).toEqual(['CB', 'CC']);
});
