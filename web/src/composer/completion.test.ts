import { describe, expect, test } from 'vitest';
import type { User } from '../../../shared/user.ts';
import { findChannels, findPeople, findTrigger } from './completion.ts';

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

  test.each(['', 'a@b', 'at 10:30', 'see:', ':)', ':t', '@ada ', 'x#1'])('nothing in %j', (text) => {
    expect(findTrigger(text)).toBeNull();
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
  ];
  const names = (query: string) => findPeople(query, users).map((choice) => choice.name);

  test('are found by any word of either name, whatever the accents; first the ones that begin so', () => {
    expect(names('jos')).toEqual(['José Lima', 'ada']);
    expect(names('lima')).toEqual(['José Lima']);
  });

  test('who are deactivated are not offered', () => {
    expect(names('jo')).not.toContain('Jo Gone');
  });

  test('come before everybody, who is offered only when asked for', () => {
    expect(names('')).toEqual(['ada', 'José Lima']);
    expect(names('he')).toEqual(['here']);
  });
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
