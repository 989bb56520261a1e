import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callAs, succeed } from '../../testing/api.ts';
import { newName } from '../../testing/conversations.ts';
import { createWorkspace, joinWorkspace, type Somebody } from '../../testing/people.ts';

let owner: Somebody;
let ann: Somebody;
let bob: Somebody;

beforeAll(async () => {
  owner = await createWorkspace();
  ann = await joinWorkspace(owner);
  bob = await joinWorkspace(owner);
});

const refused = (error: string) => ({ ok: false, error });
const Made = z.looseObject({ usergroup: z.looseObject({ id: z.string(), handle: z.string() }) });

async function make(args: object = {}): Promise<{ id: string; handle: string }> {
  return Made.parse(await succeed(owner, 'usergroups.create', { name: newName(), ...args })).usergroup;
}

describe('user groups', () => {
  it('are made, filled, listed and switched off', async () => {
    const { id, handle } = await make({ name: 'The Crew', description: 'Who sails' });
    expect(handle).toBe('the-crew');
    const users = `${ann.userId},${bob.userId}`;
    expect(
      await succeed(owner, 'usergroups.users.update', { usergroup: id, users, include_count: true }),
    ).toMatchObject({ usergroup: { id, user_count: 2, users: [ann.userId, bob.userId].toSorted() } });
    const listed = await succeed(ann, 'usergroups.list', { include_users: true });
    expect(listed).toMatchObject({
      usergroups: [{ id, name: 'The Crew', handle: 'the-crew', description: 'Who sails', date_delete: 0 }],
    });
    await succeed(owner, 'usergroups.disable', { usergroup: id });
    expect(await succeed(ann, 'usergroups.list')).toMatchObject({ usergroups: [] });
    expect(await callAs(ann, 'usergroups.users.list', { usergroup: id })).toEqual(refused('no_such_subteam'));
    expect(await succeed(ann, 'usergroups.users.list', { usergroup: id, include_disabled: true })).toMatchObject({
      users: [ann.userId, bob.userId].toSorted(),
    });
    await succeed(owner, 'usergroups.enable', { usergroup: id });
    expect(await succeed(ann, 'usergroups.list', { include_count: true })).toMatchObject({
      usergroups: [{ id, user_count: 2 }],
    });
  });

  it('keep what an update does not name', async () => {
    const { id, handle } = await make({ description: 'old' });
    expect(await succeed(owner, 'usergroups.update', { usergroup: id, name: 'Renamed' })).toMatchObject({
      usergroup: { name: 'Renamed', handle, description: 'old' },
    });
  });

  it('have a handle that nothing else has, whoever asks first', async () => {
    const handle = newName();
    const answers = await Promise.all([
      callAs(owner, 'usergroups.create', { name: 'One', handle }),
      callAs(owner, 'usergroups.create', { name: 'Two', handle: `@${handle.toUpperCase()}` }),
    ]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const { user } = await succeed(ann, 'users.info', { user: ann.userId });
    const { name } = z.looseObject({ name: z.string() }).parse(user);
    expect(await callAs(owner, 'usergroups.create', { name: 'Three', handle: name })).toEqual(
      refused('handle_already_exists'),
    );
  });

  it.each(['channel', 'here', 'everyone', 'two words', ''])('take no handle like %j', async (handle) => {
    expect(await callAs(owner, 'usergroups.create', { name: 'Four', handle })).toEqual(refused('invalid_name'));
  });

  it.each([
    ['nobody', { users: '' }, 'no_users_provided'],
    ['a stranger', { users: 'U0ABSENT000' }, 'invalid_users'],
    [
      'more than a thousand',
      { users: Array.from({ length: 1001 }, (_, i) => `U${i + 100}`) },
      'subteam_max_users_exceeded',
    ],
  ])('do not take %s, and stay as they were', async (_what, args, error) => {
    const { id } = await make();
    await succeed(owner, 'usergroups.users.update', { usergroup: id, users: ann.userId });
    expect(await callAs(owner, 'usergroups.users.update', { usergroup: id, ...args })).toEqual(refused(error));
    expect(await succeed(owner, 'usergroups.users.list', { usergroup: id })).toMatchObject({ users: [ann.userId] });
  });
});
