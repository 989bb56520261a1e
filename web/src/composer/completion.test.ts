import { describe, expect, test } from 'vitest';
import type { SidebarChannel } from '../../../shared/channel.ts';
import type { User } from '../../../shared/user.ts';
import { findTrigger } from './completion.ts';
import { type Acquaintance, findChannels, findCustomEmoji, findGroups, findPeople } from './find-choices.ts';
import { lastHeard } from './last-heard.ts';

describe('what is being completed', () => {
  test.each([
    ['@', { sign: '@', query: '', start: 0 }],
    ['hi @ad', { sign: '@', query: 'ad', start: 3 }],
    ['(#ge', { sign: '#', query: 'ge', start: 1 }],
    [':ta', { sign: ':', query: 'ta', start: 0 }],
    ['ok :+1', { sign: ':', query: '+1', start: 3 }],
    ['@josé', { sign: '@', query: 'josé', start: 0 }],
  ])('%j', (text, found) => {
    expect(findTrigger(text)).toEqual(found);
  });

  test.each(['', 'a@b', 'at 10:30', 'see:', ':)', ':t', '@ada ', 'x#1', '/me'])('nothing in %j', (text) => {
    expect(findTrigger(text)).toBeNull();
  });

  test('a command at the start of the message, until its first space', () => {
    expect(findTrigger('/', true)).toEqual({ sign: '/', query: '', start: 0 });
    expect(findTrigger('/rem', true)).toEqual({ sign: '/', query: 'rem', start: 0 });
    expect(findTrigger('/remind me', true)).toBeNull();
    expect(findTrigger('a /rem', true)).toBeNull();
  });
});

function person(id: string, realName: string, displayName = '', rest: Partial<User> = {}): User {
  return {
    id,
    team_id: 'T1',
    name: id.toLowerCase(),
    deleted: false,
    real_name: realName,
    tz: 'UTC',
    profile: { real_name: realName, display_name: displayName },
    is_admin: false,
    is_owner: false,
    is_bot: false,
    updated: 0,
    ...rest,
  };
}

describe('people', () => {
  const users = [
    person('U1', 'José Lima'),
    person('U2', 'Ada Joss', 'ada'),
    person('U3', 'Jo Gone', '', { deleted: true }),
    person('U4', 'Josephine Lee'),
    person('U5', 'Joseph Self'),
  ];
  const nobody: Acquaintance = { self: 'U5', present: null, lastHeard: new Map() };
  const ids = (query: string, who: Partial<Acquaintance> = {}) =>
    findPeople(query, users, { ...nobody, ...who }).map(({ user }) => user.id);

  test('are found by any word of either name, whatever the accents; first the ones that begin so', () => {
    expect(ids('jos')).toEqual(['U1', 'U4', 'U5', 'U2']);
    expect(ids('lima')).toEqual(['U1']);
  });

  test('who are deactivated are not offered', () => {
    expect(ids('jo')).not.toContain('U3');
  });

  test('who are in this conversation come first, whoever was heard of', () => {
    const heard = new Map([['U1', '20.000000']]);
    expect(ids('jos', { present: new Set(['U4', 'U5']), lastHeard: heard })).toEqual(['U4', 'U5', 'U1', 'U2']);
  });

  test('whom one heard of last comes first, and oneself last', () => {
    const heard = new Map([
      ['U4', '20.000000'],
      ['U1', '10.000000'],
      ['U5', '30.000000'],
    ]);
    expect(ids('', { lastHeard: heard })).toEqual(['U4', 'U1', 'U2', 'U5']);
  });
});

test('whoever wrote here or in a direct message was heard of, at the later of the two', () => {
  const direct = (id: string, kind: 'im' | 'mpim' | 'public', members: string[], latest: string) =>
    ({ id, kind, members, latest }) as SidebarChannel;
  const heard = lastHeard(
    [
      direct('D1', 'im', ['U1'], '5.000000'),
      direct('G1', 'mpim', ['U1', 'U2'], '9.000000'),
      direct('C1', 'public', [], '99.000000'),
    ],
    [{ user: 'U2', ts: '10.000000' }, { user: 'U3', ts: '2.000000' }, { ts: '50.000000' }],
  );
  expect([...heard]).toEqual([
    ['U1', '9.000000'],
    ['U2', '10.000000'],
    ['U3', '2.000000'],
  ]);
});

test('user groups are found by their handle and by their name', () => {
  const groups = new Map([
    ['S1', { handle: 'eng', name: 'Engineering' }],
    ['S2', { handle: 'ops', name: 'People who engage' }],
    ['S3', { handle: 'engines', name: 'Disabled', date_delete: 1 }],
  ]);
  expect(findGroups('eng', groups).map(([id]) => id)).toEqual(['S1', 'S2']);
  expect(findGroups('x', groups)).toEqual([]);
});

test('channels are found by any word of their name, and direct messages are none', () => {
  const channels = [
    { id: 'C1', name: 'team-tea', kind: 'public' },
    { id: 'C2', name: 'tea', kind: 'private' },
    { id: 'D1', name: 'tea', kind: 'im' },
  ];
  expect(findChannels('te', channels).map((channel) => channel.id)).toEqual(['C2', 'C1']);
  expect(findChannels('tea', channels).map((channel) => channel.id)).toEqual(['C2', 'C1']);
});

test('custom emoji are found by any word of their name', () => {
  expect(findCustomEmoji('par', ['blob_party', 'parrot', 'shipit'])).toEqual(['parrot', 'blob_party']);
});
