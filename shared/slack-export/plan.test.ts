import { describe, expect, test } from 'vitest';
import type { ChannelKind } from '../channel.ts';
import { ChannelId } from '../ids.ts';
import { UserProfile } from '../user.ts';
import type { Layout } from './layout.ts';
import { planChannels, planUnlistedChannel } from './plan-channels.ts';
import { assignFolders } from './plan-folders.ts';
import { planUsers } from './plan-users.ts';
import type { PlannedChannel } from './plan.ts';
import type { Problem } from './problems.ts';

const users = (list: unknown[]) => {
  const problems: Problem[] = [];
  return { users: planUsers('users.json', list, problems), codes: problems.map(({ code }) => code) };
};
const channels = (kind: ChannelKind, list: unknown[], known = new Set<string>()) => {
  const problems: Problem[] = [];
  return { channels: planChannels('x.json', kind, list, known, problems), codes: problems.map(({ code }) => code) };
};
const channel = (kind: ChannelKind, id: string, name: string): PlannedChannel => {
  const [planned] = channels(kind, [{ id, name }]).channels;
  if (!planned) throw new Error('not a channel');
  return planned;
};

describe('users', () => {
  test('an id is enough', () => {
    expect(users([{ id: 'U0ADA' }])).toEqual({
      users: [
        {
          id: 'U0ADA',
          name: 'u0ada',
          email: null,
          realName: '',
          deleted: false,
          isBot: false,
          isGuest: false,
          tz: '',
          role: 'member',
          profile: { real_name: '', display_name: '' },
        },
      ],
      codes: [],
    });
  });

  test('fields of a wrong form are as if they were absent, and a profile is always a profile', () => {
    const profile = {
      email: 5,
      real_name: ['x'],
      title: 7,
      status_expiration: 'soon',
      status_text: 'away',
      custom: { a: 1 },
    };
    const { users: planned } = users([{ id: 'U0ADA', name: 'ada', deleted: 'no', profile }]);
    expect(planned[0]?.profile).toEqual({ real_name: 'ada', display_name: '', status_text: 'away', custom: { a: 1 } });
    expect(UserProfile.safeParse(users([{ id: 'U0ADA', profile: 'none' }]).users[0]?.profile).success).toBe(true);
  });

  test('roles, guests and bots are told apart', () => {
    const { users: planned } = users([
      { id: 'U01', is_primary_owner: true },
      { id: 'U02', is_owner: true, is_admin: true },
      { id: 'U03', is_admin: true },
      { id: 'U04', is_ultra_restricted: true },
      { id: 'U05', is_bot: true },
    ]);
    expect(planned.map(({ role, isGuest, isBot }) => [role, isGuest, isBot])).toEqual([
      ['owner', false, false],
      ['owner', false, false],
      ['admin', false, false],
      ['member', true, false],
      ['member', false, true],
    ]);
  });

  test('what has no id is named, and so is a second entry of one', () => {
    const { users: planned, codes } = users([
      null,
      { name: 'x' },
      { id: '<b>' },
      { id: 'U0ADA', name: 'a' },
      { id: 'U0ADA' },
    ]);
    expect(planned.map(({ name }) => name)).toEqual(['a']);
    expect(codes).toEqual(['bad_user', 'bad_user', 'bad_user', 'duplicate_user']);
  });
});

describe('channels', () => {
  test('an id and a name are enough, and a direct message needs no name', () => {
    expect(channels('private', [{ id: 'G0A', name: 'a' }])).toMatchObject({
      channels: [{ kind: 'private', days: [] }],
      codes: [],
    });
    expect(channels('im', [{ id: 'D0A', members: ['U01', 'U02', 'U02'] }])).toMatchObject({
      channels: [{ kind: 'im', name: '', members: ['U01', 'U02'] }],
      codes: [],
    });
    expect(channels('public', [{ id: 'C0A' }, { name: 'a' }, 'x'])).toEqual({
      channels: [],
      codes: ['bad_channel', 'bad_channel', 'bad_channel'],
    });
  });

  test('only a public channel is the general one', () => {
    expect(channels('public', [{ id: 'C0A', name: 'a', is_general: true }]).channels[0]?.isGeneral).toBe(true);
    expect(channels('private', [{ id: 'C0A', name: 'a', is_general: true }]).channels[0]?.isGeneral).toBe(false);
  });

  test('an id that an earlier list had is named', () => {
    const known = new Set<string>();
    channels('private', [{ id: 'C0A', name: 'a' }], known);
    expect(channels('public', [{ id: 'C0A', name: 'a' }], known)).toEqual({
      channels: [],
      codes: ['duplicate_channel'],
    });
  });

  test('members and pins of a wrong form are named', () => {
    const { channels: planned, codes } = channels('public', [
      {
        id: 'C0A',
        name: 'a',
        members: ['U01', 5],
        pins: [{ id: '1700000000.000001', type: 'C', user: 'U01' }, { id: 'F1' }],
      },
    ]);
    expect(planned[0]).toMatchObject({
      members: ['U01'],
      pins: [{ ts: '1700000000.000001', user: 'U01', created: 0 }],
    });
    expect(codes).toEqual(['bad_user', 'bad_pin']);
  });
});

describe('folders', () => {
  const day = {
    date: '2024-01-01',
    entry: { name: 'x', offset: 0, packed: 0, size: 0, method: 'stored', crc32: 0 },
  } as const;
  const folders = (...names: string[]): Layout['folders'] => new Map(names.map((name) => [name, [day]]));
  const assign = (list: PlannedChannel[], ...names: string[]) => {
    const problems: Problem[] = [];
    const unlisted = assignFolders(list, folders(...names), problems);
    return {
      unlisted,
      days: list.map(({ days }) => days.length),
      problems: problems.map(({ code, where }) => [code, where]),
    };
  };

  test('a channel has the folder of its name, a direct message that of its id', () => {
    expect(
      assign(
        [channel('im', 'D0A', ''), channel('mpim', 'G0B', 'mpdm-a--b-1'), channel('public', 'C0C', 'c')],
        'c',
        'D0A',
        'mpdm-a--b-1',
      ),
    ).toEqual({
      unlisted: [],
      days: [1, 1, 1],
      problems: [],
    });
  });

  test('a channel without a folder is named, a direct message without one is usual', () => {
    expect(assign([channel('im', 'D0A', ''), channel('public', 'C0C', 'c')])).toEqual({
      unlisted: [],
      days: [0, 0],
      problems: [['channel_without_messages', 'c']],
    });
  });

  test('a folder that two channels claim belongs to the more private one', () => {
    const secret = channel('private', 'C0A', 'plans');
    expect(assign([secret, channel('public', 'C0B', 'plans')], 'plans')).toEqual({
      unlisted: [],
      days: [1, 0],
      problems: [['shared_folder', 'plans']],
    });
  });

  test('a folder that no list names becomes a private channel without members, and of the same id each time', () => {
    const { unlisted, problems } = assign([], 'lost', 'C0FOUND');
    expect(unlisted).toMatchObject([
      { name: 'lost', kind: 'private', members: [], isUnlisted: true, days: [day] },
      { id: 'C0FOUND', name: 'C0FOUND', kind: 'private', members: [] },
    ]);
    expect(problems).toEqual([
      ['unlisted_channel', 'lost'],
      ['unlisted_channel', 'C0FOUND'],
    ]);
    const id = planUnlistedChannel('lost', new Set()).id;
    expect(unlisted[0]?.id).toBe(id);
    expect(ChannelId.safeParse(id).success).toBe(true);
  });

  test('a folder named as a channel that has another one does not take its id', () => {
    const { unlisted } = assign([channel('public', 'C0C', 'c')], 'c', 'C0C');
    expect(unlisted[0]?.name).toBe('C0C');
    expect(unlisted[0]?.id).not.toBe('C0C');
  });
});
