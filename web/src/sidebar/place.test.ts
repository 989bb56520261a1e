import { describe, expect, test } from 'vitest';
import type { SidebarSection } from '../../../client/session/sidebar-sections.ts';
import type { SidebarChannel } from '../../../shared/channel.ts';
import { mayHold, placeAt, placeWithin } from './place.ts';

const channel = (id: string, kind: SidebarChannel['kind'] = 'public'): SidebarChannel => ({
  id,
  name: id.toLowerCase(),
  kind,
  is_general: false,
  is_archived: false,
  topic: '',
  last_read: '0000000000.000000',
  has_unread: false,
  mention_count: 0,
  latest: '0000000000.000000',
});

const shown = (kind: SidebarSection['kind'], all: string[], put = all): SidebarSection => ({
  kind,
  section: { id: kind, name: '', emoji: '', channels: put, is_collapsed: false },
  channels: all.map((id) => channel(id)),
});

describe('in a section of one’s own', () => {
  const section = shown('custom', ['CA', 'CB', 'CC']);

  test('a conversation from elsewhere goes before the one that is there, or to the end', () => {
    expect(placeAt(section, 'CX', 1)).toEqual({ section: 'custom', before: 'CB' });
    expect(placeAt(section, 'CX', 3)).toEqual({ section: 'custom' });
  });

  test('one of its own is not counted', () => {
    expect(placeAt(section, 'CA', 1)).toEqual({ section: 'custom', before: 'CC' });
    expect(placeAt(section, 'CA', 2)).toEqual({ section: 'custom' });
  });

  test('one step leads past the neighbour, and past the ends nowhere', () => {
    expect(placeWithin(section, 'CB', -1)).toEqual({ section: 'custom', before: 'CA' });
    expect(placeWithin(section, 'CA', 1)).toEqual({ section: 'custom', before: 'CC' });
    expect(placeWithin(section, 'CB', 1)).toEqual({ section: 'custom' });
    expect(placeWithin(section, 'CA', -1)).toBeNull();
    expect(placeWithin(section, 'CC', 1)).toBeNull();
  });
});

describe('in a built-in section, whose tail is sorted by name', () => {
  const section = shown('channels', ['CZ', 'CA', 'CB'], ['CZ']);

  test('a conversation is put among those that were put there', () => {
    expect(placeAt(section, 'CX', 0)).toEqual({ section: 'channels', before: 'CZ' });
  });

  test('and right behind them: before one that has no place, which is the end of those that have', () => {
    expect(placeAt(section, 'CB', 1)).toEqual({ section: 'channels', before: 'CA' });
  });

  test('among the sorted ones it is sorted', () => {
    expect(placeAt(section, 'CZ', 1)).toEqual({ section: 'channels' });
    expect(placeAt(section, 'CX', 2)).toEqual({ section: 'channels' });
  });

  test('the way up leads from the sorted ones to the others, and the way down back', () => {
    expect(placeWithin(section, 'CB', -1)).toEqual({ section: 'channels', before: 'CA' });
    expect(placeWithin(section, 'CB', 1)).toBeNull();
    expect(placeWithin(section, 'CZ', 1)).toEqual({ section: 'channels' });
  });
});

test('channels and direct messages keep to their sections, and go into those of one’s own', () => {
  expect(mayHold('channels', channel('D1', 'im'))).toBe(false);
  expect(mayHold('direct', channel('C1'))).toBe(false);
  expect(mayHold('custom', channel('D1', 'im'))).toBe(true);
  expect(mayHold('starred', channel('C1'))).toBe(true);
});
