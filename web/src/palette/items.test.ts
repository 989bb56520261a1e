import { describe, expect, test } from 'vitest';
import type { SidebarChannel } from '../../../shared/channel.ts';
import type { User } from '../../../shared/user.ts';
import { findItems, type PaletteSources, readQuery } from './items.ts';

const channel = (id: string, name: string, rest: Partial<SidebarChannel> = {}): SidebarChannel => ({
  id,
  name,
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

const person = (id: string, name: string, rest: Partial<User> = {}): User => ({
  id,
  team_id: 'T1',
  name: name.toLowerCase().replace(' ', '.'),
  deleted: false,
  real_name: name,
  tz: 'UTC',
  profile: { real_name: name, display_name: '' },
  is_admin: false,
  is_owner: false,
  is_bot: false,
  updated: 0,
  ...rest,
});

const sources: PaletteSources = {
  channels: [
    channel('C1', 'general'),
    channel('C2', 'design'),
    channel('C3', 'old-design', { is_archived: true }),
    channel('C4', 'design-reviews', { has_unread: true }),
    channel('D1', '', { kind: 'im', members: ['U1'] }),
    channel('G1', '', { kind: 'mpim', members: ['U1', 'U2'] }),
  ],
  users: new Map(
    [person('U1', 'Ada Lovelace'), person('U2', 'Grace Hopper'), person('U3', 'Gone', { deleted: true })].map(
      (user) => [user.id, user],
    ),
  ),
  commands: [
    { id: 'createChannel', label: 'Create a channel' },
    { id: 'themeDark', label: 'Theme: dark' },
  ],
  recent: ['C1', 'D1'],
  currentId: 'C1',
};
const keys = (query: string, mode: 'all' | 'people' | 'channels' | 'commands' = 'all', from = sources) =>
  findItems(from, mode, query).map((item) => item.key);

test('without a query come the places one was last, without the one where one is, then what is unread', () => {
  expect(keys('').slice(0, 2)).toEqual(['U1', 'C4']);
  expect(keys('')).not.toContain('C1');
});

test('among a hundred unread conversations the ones that were read last still come first', () => {
  const unread = Array.from({ length: 100 }, (_, index) =>
    channel(`C1${index}`, `loud-${index}`, { has_unread: true }),
  );
  const quiet = ['1700000001', '1700000003', '1700000002'].map((at) =>
    channel(`C2${at}`, at, { last_read: `${at}.000000` }),
  );
  const found = keys('', 'channels', { ...sources, channels: [...unread, ...quiet], recent: ['C21700000001'] });
  expect(found.slice(0, 3)).toEqual(['C21700000001', 'C21700000003', 'C21700000002']);
  expect(found.slice(3).every((key) => /^C1\d{1,2}$/.test(key))).toBe(true);
});

test('a direct message is found as the person, once', () => {
  expect(keys('ada')).toEqual(['U1', 'G1']);
});

test('archived channels and people who left are not offered', () => {
  expect(keys('old')).toEqual([]);
  expect(keys('gone')).toEqual([]);
});

test('of two that fit as well, the one where one was last comes first', () => {
  const twins = { ...sources, channels: [channel('C7', 'team-a'), channel('C8', 'team-b')], recent: ['C8'] };
  expect(keys('team', 'all', twins)).toEqual(['C8', 'C7']);
});

test('a conversation comes before a command that fits as well', () => {
  const both = { ...sources, channels: [channel('C9', 'create-a-channel')] };
  expect(keys('create', 'all', both)).toEqual(['C9', 'createChannel']);
});

describe('modes', () => {
  test('are what the first sign says', () => {
    expect(readQuery('> dark')).toEqual({ mode: 'commands', query: 'dark' });
    expect(readQuery('@ada')).toEqual({ mode: 'people', query: 'ada' });
    expect(readQuery('#gen')).toEqual({ mode: 'channels', query: 'gen' });
    expect(readQuery('gen', 'people')).toEqual({ mode: 'people', query: 'gen' });
  });

  test('show their kind only', () => {
    expect(keys('', 'commands')).toEqual(['createChannel', 'themeDark']);
    expect(keys('', 'channels').every((key) => key.startsWith('C'))).toBe(true);
    expect(keys('', 'people').every((key) => /^[UDG]/.test(key))).toBe(true);
  });
});
