import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callAs, succeed } from '../../testing/api.ts';
import { createChannel, generalOf, pagesOf } from '../../testing/conversations.ts';
import { changePerson, createWorkspace, joinWorkspace, type Somebody } from '../../testing/people.ts';

let owner: Somebody;
let ann: Somebody;
let bob: Somebody;
let general: string;
let channel: string;

beforeAll(async () => {
  owner = await createWorkspace();
  ann = await joinWorkspace(owner);
  bob = await joinWorkspace(owner);
  general = await generalOf(owner);
});
beforeEach(async () => {
  channel = await createChannel(ann);
});

async function membersOf(id: string): Promise<string[]> {
  const { members } = await succeed(ann, 'conversations.members', { channel: id });
  return z.array(z.string()).parse(members);
}

const refused = (error: string) => ({ ok: false, error });

describe('conversations.members', () => {
  it('pages through everybody, each once', async () => {
    await succeed(ann, 'conversations.invite', { channel, users: `${bob.userId},${owner.userId}` });
    const pages = await pagesOf(ann, 'conversations.members', { channel, limit: 2 });
    const members = pages.map((page) => z.array(z.string()).parse(page['members']));
    expect(members.map(({ length }) => length)).toEqual([2, 1]);
    expect(members.flat().toSorted()).toEqual([ann, bob, owner].map(({ userId }) => userId).toSorted());
  });

  it.each([
    ['a cursor that it did not give out', { cursor: 'x' }, 'invalid_cursor'],
    ['a limit below zero', { limit: -1 }, 'invalid_limit'],
  ])('refuses %s', async (_what, args, error) => {
    expect(await callAs(ann, 'conversations.members', { channel, ...args })).toEqual(refused(error));
  });
});

describe('conversations.join', () => {
  it('lets anybody into a public channel', async () => {
    const answer = await callAs(bob, 'conversations.join', { channel });
    expect(answer).toMatchObject({ ok: true, channel: { id: channel, is_member: true } });
    expect(answer).not.toHaveProperty('warning');
    expect(await membersOf(channel)).toContain(bob.userId);
  });

  it('warns whoever is in already', async () => {
    expect(await callAs(ann, 'conversations.join', { channel })).toMatchObject({
      ok: true,
      channel: { id: channel },
      warning: 'already_in_channel',
      response_metadata: { warnings: ['already_in_channel'] },
    });
  });

  it('does not join what is archived, or private', async () => {
    await succeed(ann, 'conversations.archive', { channel });
    expect(await callAs(bob, 'conversations.join', { channel })).toEqual(refused('is_archived'));
    const secret = await createChannel(ann, { isPrivate: true });
    expect(await callAs(bob, 'conversations.join', { channel: secret })).toEqual(refused('channel_not_found'));
  });
});

describe('conversations.leave', () => {
  it('leaves', async () => {
    await succeed(bob, 'conversations.join', { channel });
    expect(await callAs(bob, 'conversations.leave', { channel })).toEqual({ ok: true });
    expect(await membersOf(channel)).not.toContain(bob.userId);
  });

  it('says so when the caller was not in it', async () => {
    expect(await callAs(bob, 'conversations.leave', { channel })).toEqual({ ok: true, not_in_channel: true });
  });

  it('does not leave the general channel', async () => {
    expect(await callAs(bob, 'conversations.leave', { channel: general })).toEqual(refused('cant_leave_general'));
  });

  it('shuts the door of a private channel', async () => {
    const secret = await createChannel(ann, { isPrivate: true, members: [bob] });
    await succeed(bob, 'conversations.leave', { channel: secret });
    expect(await callAs(bob, 'conversations.info', { channel: secret })).toEqual(refused('channel_not_found'));
  });
});

describe('conversations.invite', () => {
  const invite = (args: object) => callAs(ann, 'conversations.invite', { channel, ...args });

  it('brings several people in', async () => {
    expect(await invite({ users: `${bob.userId}, ${owner.userId}` })).toMatchObject({
      ok: true,
      channel: { id: channel },
    });
    expect(await membersOf(channel)).toEqual(expect.arrayContaining([bob.userId, owner.userId]));
  });

  it('opens a private channel to them', async () => {
    const secret = await createChannel(ann, { isPrivate: true });
    await succeed(ann, 'conversations.invite', { channel: secret, users: [bob.userId] });
    expect(await callAs(bob, 'conversations.info', { channel: secret })).toMatchObject({
      channel: { is_member: true },
    });
  });

  it('takes those who are not in yet, and refuses when all are', async () => {
    await invite({ users: bob.userId });
    expect(await invite({ users: bob.userId })).toEqual(refused('already_in_channel'));
    expect(await invite({ users: `${bob.userId},${owner.userId}` })).toMatchObject({ ok: true });
    expect(await membersOf(channel)).toContain(owner.userId);
  });

  it('brings in nobody when one cannot be, and says who', async () => {
    // One on each shard.
    const strangers = [await createWorkspace('Others'), await createWorkspace('More')];
    const left = await joinWorkspace(owner);
    await changePerson(left, { deactivated: true });
    const users = [bob, ...strangers, left, ann].map(({ userId }) => userId);
    expect(await invite({ users })).toEqual({
      ok: false,
      error: 'user_not_found',
      errors: [
        ...strangers.map(({ userId }) => ({ user: userId, ok: false, error: 'user_not_found' })),
        { user: left.userId, ok: false, error: 'user_not_found' },
        { user: ann.userId, ok: false, error: 'cant_invite_self' },
      ],
    });
    expect(await membersOf(channel)).toEqual([ann.userId]);
  });

  it('with `force` brings in the others', async () => {
    expect(await invite({ users: `U0NOBODY,${bob.userId}`, force: true })).toMatchObject({
      ok: true,
      errors: [{ user: 'U0NOBODY', error: 'user_not_found' }],
    });
    expect(await membersOf(channel)).toContain(bob.userId);
    expect(await invite({ users: 'U0NOBODY', force: true })).toMatchObject(refused('user_not_found'));
  });

  it('refuses oneself, nobody, and whoever is not in the channel', async () => {
    expect(await invite({ users: ann.userId })).toMatchObject(refused('cant_invite_self'));
    expect(await invite({ users: '' })).toEqual(refused('no_user'));
    const users = owner.userId;
    expect(await callAs(bob, 'conversations.invite', { channel, users })).toEqual(refused('not_in_channel'));
  });

  it('refuses more than a thousand people', async () => {
    const everybody = [...Array(1001).keys()].map((n) => `U${n + 10_000}`);
    expect(await invite({ users: everybody })).toMatchObject(refused('invalid_arguments'));
  });

  it('does not bring people into an archive', async () => {
    await succeed(ann, 'conversations.archive', { channel });
    expect(await invite({ users: bob.userId })).toEqual(refused('is_archived'));
  });
});

describe('conversations.kick', () => {
  const kick = (who: Somebody, user: string) => callAs(who, 'conversations.kick', { channel, user });

  beforeEach(async () => {
    await succeed(ann, 'conversations.invite', { channel, users: `${bob.userId},${owner.userId}` });
  });

  it('is for the creator and for administrators', async () => {
    expect(await kick(bob, owner.userId)).toEqual(refused('restricted_action'));
    expect(await kick(ann, bob.userId)).toEqual({ ok: true, errors: {} });
    await succeed(bob, 'conversations.join', { channel });
    expect(await kick(owner, bob.userId)).toMatchObject({ ok: true });
    expect(await membersOf(channel)).not.toContain(bob.userId);
  });

  it('refuses oneself, who is not in it, and who is nobody', async () => {
    expect(await kick(ann, ann.userId)).toEqual(refused('cant_kick_self'));
    const other = await joinWorkspace(owner);
    expect(await kick(ann, other.userId)).toEqual(refused('not_in_channel'));
    expect(await kick(ann, 'U0NOBODY')).toEqual(refused('user_not_found'));
    expect(await callAs(other, 'conversations.kick', { channel, user: bob.userId })).toEqual(refused('not_in_channel'));
  });

  it('removes nobody from the general channel', async () => {
    const args = { channel: general, user: bob.userId };
    expect(await callAs(owner, 'conversations.kick', args)).toEqual(refused('cant_kick_from_general'));
  });

  it('shuts the door of a private channel', async () => {
    const secret = await createChannel(ann, { isPrivate: true, members: [bob] });
    await succeed(ann, 'conversations.kick', { channel: secret, user: bob.userId });
    expect(await callAs(bob, 'conversations.history', { channel: secret })).toEqual(refused('channel_not_found'));
  });
});
