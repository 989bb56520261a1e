import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { channelOf } from '../../../durable-objects/channel/stub.ts';
import { channels } from '../../../migrations/shard/schema.ts';
import { accessShard } from '../../../migrations/shards.ts';
import { unsetText } from '../../../shared/channel.ts';
import { callAs, succeed } from '../../testing/api.ts';
import { createChannel, pagesOf } from '../../testing/conversations.ts';
import { createToken, createWorkspace, joinWorkspace, type Somebody } from '../../testing/people.ts';

let owner: Somebody;
let member: Somebody;
let stranger: Somebody;
let open: string;
let archived: string;
let secret: string;
let direct: string;
beforeAll(async () => {
  owner = await createWorkspace();
  member = await joinWorkspace(owner);
  stranger = await createWorkspace('Others');
  open = await createChannel(owner, { name: 'open' });
  archived = await createChannel(owner, { name: 'old' });
  await succeed(owner, 'conversations.archive', { channel: archived });
  secret = await createChannel(owner, { name: 'secret', isPrivate: true });
  direct = await createDirectMessage('D0TALK', [owner, member]);
});

/** As an import makes one. */
async function createDirectMessage(id: string, people: Somebody[]): Promise<string> {
  const spec = { id, name: id.toLowerCase(), kind: 'im', creator: owner.userId, created: 1 } as const;
  const db = await accessShard(env, owner.workspaceId);
  await db.insert(channels).values({ ...spec, workspaceId: owner.workspaceId, topic: unsetText, purpose: unsetText });
  const members = people.map(({ userId }) => userId);
  await channelOf(env, owner.workspaceId, id).create({ ...spec, isGeneral: false, members });
  return id;
}

const Listed = z.looseObject({ channels: z.array(z.looseObject({ id: z.string(), name: z.string().optional() })) });
const allTypes = 'public_channel,private_channel,mpim,im';

async function idsFor(who: Somebody | string, args: object): Promise<string[]> {
  const pages = await pagesOf(who, 'conversations.list', args);
  return pages.flatMap((page) => Listed.parse(page).channels.map(({ id }) => id));
}

async function namesFor(who: Somebody | string, args: object): Promise<(string | undefined)[]> {
  const { channels: listed } = Listed.parse(await succeed(who, 'conversations.list', args));
  return listed.map(({ name }) => name).toSorted();
}

describe('conversations.list', () => {
  it('lists public channels unless asked for others', async () => {
    expect(await namesFor(owner, {})).toEqual(['general', 'old', 'open']);
  });

  it('leaves out archived ones when asked to', async () => {
    expect(await namesFor(owner, { exclude_archived: true })).toEqual(['general', 'open']);
  });

  it('has private ones for their members alone, administrators or not', async () => {
    expect(await namesFor(owner, { types: 'private_channel' })).toEqual(['secret']);
    expect(await namesFor(member, { types: 'private_channel' })).toEqual([]);
    const members = await createChannel(member, { name: 'just-us', isPrivate: true });
    expect(await idsFor(owner, { types: allTypes })).not.toContain(members);
  });

  it('takes the types as an array too', async () => {
    expect(await namesFor(owner, { types: ['private_channel'] })).toEqual(['secret']);
  });

  it('has nothing of another workspace', async () => {
    expect(await namesFor(stranger, { types: allTypes })).toEqual(['general']);
  });

  it('says who is in, how many they are, and what it is about', async () => {
    await succeed(owner, 'conversations.setTopic', { channel: open, topic: 'now' });
    await succeed(owner, 'conversations.setPurpose', { channel: open, purpose: 'ever' });
    const find = async (who: Somebody) => {
      const { channels: listed } = Listed.parse(await succeed(who, 'conversations.list'));
      return listed.find(({ id }) => id === open);
    };
    const facts = { topic: { value: 'now' }, purpose: { value: 'ever' }, creator: owner.userId, is_archived: false };
    expect(await find(owner)).toMatchObject({ ...facts, is_member: true, num_members: 1 });
    expect(await find(member)).toMatchObject({ ...facts, is_member: false, num_members: 1 });
    await succeed(member, 'conversations.join', { channel: open });
    expect(await find(member)).toMatchObject({ is_member: true, num_members: 2 });
    await succeed(member, 'conversations.leave', { channel: open });
    expect(await find(member)).toMatchObject({ is_member: false, num_members: 1 });
  });

  it('describes a direct message by the other person', async () => {
    const ofOwner = Listed.parse(await succeed(owner, 'conversations.list', { types: 'im' })).channels;
    expect(ofOwner).toMatchObject([{ id: direct, is_im: true, user: member.userId }]);
    const ofMember = Listed.parse(await succeed(member, 'conversations.list', { types: 'im' })).channels;
    expect(ofMember).toMatchObject([{ id: direct, is_im: true, user: owner.userId }]);
    const self = await createDirectMessage('D0SELF', [owner]);
    const { channels: both } = Listed.parse(await succeed(owner, 'conversations.list', { types: 'im' }));
    expect(both.find(({ id }) => id === self)).toMatchObject({ user: owner.userId });
  });

  it('pages through all of them, each once', async () => {
    const somebody = await createWorkspace('Many');
    const made = await Promise.all([...Array(7).keys()].map((n) => createChannel(somebody, { name: `many-${n}` })));
    const pages = await pagesOf(somebody, 'conversations.list', { limit: 3 });
    const sizes = pages.map((page) => Listed.parse(page).channels.length);
    expect(sizes).toEqual([3, 3, 2]);
    const ids = await idsFor(somebody, { limit: 3 });
    expect(new Set(ids).size).toBe(8);
    expect(ids).toEqual(expect.arrayContaining(made));
  });

  it('does not end a page early because the caller may not see what comes next', async () => {
    const pages = await pagesOf(member, 'conversations.list', { types: allTypes, limit: 1 });
    for (const page of pages) expect(Listed.parse(page).channels).toHaveLength(1);
  });

  it.each([
    ['a type that there is not', { types: 'public_channel,secret' }, 'invalid_types'],
    ['a cursor that it did not give out', { cursor: 'abc' }, 'invalid_cursor'],
    ['a limit below zero', { limit: -1 }, 'invalid_limit'],
    ['a limit that is no number', { limit: 'many' }, 'invalid_limit'],
  ])('refuses %s', async (_what, args, error) => {
    expect(await callAs(owner, 'conversations.list', args)).toMatchObject({ ok: false, error });
  });

  it('takes zero for no limit', async () => {
    expect(await namesFor(stranger, { limit: 0 })).toEqual(['general']);
  });

  it('shows a token only the kinds that it has a scope for', async () => {
    const token = await createToken(owner, ['channels:read']);
    expect(await namesFor(token, {})).toEqual(['general', 'old', 'open']);
    expect(await callAs(token, 'conversations.list', { types: 'public_channel,private_channel' })).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'groups:read',
      provided: 'channels:read',
    });
    const other = await createToken(owner, ['groups:read']);
    expect(await idsFor(other, { types: 'private_channel' })).toEqual([secret]);
  });
});

describe('users.conversations', () => {
  const idsOf = async (who: Somebody | string, args: object) =>
    Listed.parse(await succeed(who, 'users.conversations', args))
      .channels.map(({ id }) => id)
      .toSorted();

  it('lists what the caller is in', async () => {
    const ids = await idsOf(owner, { types: allTypes });
    expect(ids).toEqual(expect.arrayContaining([open, archived, secret, direct]));
    expect(await idsOf(owner, { types: 'private_channel' })).toEqual([secret]);
    expect(await idsOf(owner, { exclude_archived: true })).not.toContain(archived);
  });

  it('of somebody else leaves out what the caller does not share', async () => {
    const ids = await idsOf(member, { user: owner.userId, types: allTypes });
    expect(ids).toEqual(expect.arrayContaining([open, direct]));
    expect(ids).not.toContain(secret);
  });

  it('pages', async () => {
    const pages = await pagesOf(owner, 'users.conversations', { types: allTypes, limit: 2 });
    const ids = pages.flatMap((page) => Listed.parse(page).channels.map(({ id }) => id));
    expect(pages.length).toBeGreaterThan(1);
    expect(ids.toSorted()).toEqual(await idsOf(owner, { types: allTypes }));
  });

  it.each([
    ['somebody who is not there', { user: 'U0NOBODY' }, 'user_not_found'],
    ['a type that there is not', { types: 'all' }, 'invalid_types'],
    ['a cursor that it did not give out', { cursor: 'abc' }, 'invalid_cursor'],
    ['a limit below zero', { limit: -5 }, 'invalid_limit'],
  ])('refuses %s', async (_what, args, error) => {
    expect(await callAs(owner, 'users.conversations', args)).toMatchObject({ ok: false, error });
  });

  it('has nobody of another workspace', async () => {
    expect(await callAs(owner, 'users.conversations', { user: stranger.userId })).toEqual({
      ok: false,
      error: 'user_not_found',
    });
  });
});
