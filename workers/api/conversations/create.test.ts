import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { channels } from '../../../migrations/shard/schema.ts';
import { accessShard } from '../../../migrations/shards.ts';
import { unsetText } from '../../../shared/channel.ts';
import { callAs, succeed } from '../../testing/api.ts';
import { createChannel, newName } from '../../testing/conversations.ts';
import { createToken, createWorkspace, joinWorkspace, type Somebody } from '../../testing/people.ts';

let owner: Somebody;
let member: Somebody;
beforeAll(async () => {
  owner = await createWorkspace();
  member = await joinWorkspace(owner);
});

const create = (name: unknown, more: object = {}) => callAs(owner, 'conversations.create', { name, ...more });

describe('conversations.create', () => {
  it('makes a public channel with its creator in it', async () => {
    const answer = await create('project-x');
    expect(answer).toMatchObject({
      ok: true,
      channel: {
        name: 'project-x',
        name_normalized: 'project-x',
        is_channel: true,
        is_group: false,
        is_private: false,
        is_im: false,
        is_mpim: false,
        is_archived: false,
        is_general: false,
        is_member: true,
        creator: owner.userId,
        last_read: '0000000000.000000',
        topic: { value: '', creator: '', last_set: 0 },
        purpose: { value: '', creator: '', last_set: 0 },
        previous_names: [],
      },
    });
    const { channel } = answer;
    const { id } = channel as { id: string };
    expect(await succeed(owner, 'conversations.members', { channel: id })).toMatchObject({ members: [owner.userId] });
    expect(await succeed(member, 'conversations.info', { channel: id })).toMatchObject({
      channel: { id, is_member: false },
    });
  });

  it('makes a private channel, which is one of Slack’s newer kind', async () => {
    expect(await create('secret', { is_private: true })).toMatchObject({
      channel: { is_private: true, is_channel: true, is_group: false },
    });
  });

  it.each([
    ['no name', undefined, 'invalid_name_required'],
    ['an empty name', '', 'invalid_name_required'],
    ['punctuation only', '--_', 'invalid_name_punctuation'],
    ['81 characters', 'x'.repeat(81), 'invalid_name_maxlength'],
    ['a space', 'two words', 'invalid_name_specials'],
    ['a capital letter', 'General', 'invalid_name_specials'],
    ['an emoji', 'party-🎉', 'invalid_name_specials'],
    ['markup', '<script>', 'invalid_name_specials'],
    ['a name that a channel has', 'general', 'name_taken'],
  ])('refuses %s', async (_what, name, error) => {
    expect(await create(name)).toMatchObject({ ok: false, error });
  });

  it.each([['x'.repeat(80)], ['日本語'], ['привет-мир'], ['a_b-9'], ['7']])('takes the name %s', async (name) => {
    expect(await create(name)).toMatchObject({ ok: true, channel: { name } });
  });

  it('gives a name to one of those who ask for it at once', async () => {
    const name = newName();
    const answers = await Promise.all(
      [owner, member, owner].map((who) => callAs(who, 'conversations.create', { name })),
    );
    expect(answers.map(({ ok, error }) => (ok ? 'made' : error)).toSorted()).toEqual([
      'made',
      'name_taken',
      'name_taken',
    ]);
  });

  it('does not give away the name of a private channel', async () => {
    const name = newName();
    await createChannel(owner, { name, isPrivate: true });
    expect(await callAs(member, 'conversations.create', { name })).toEqual({ ok: false, error: 'name_taken' });
  });

  it('has the same name free in another workspace', async () => {
    const name = newName();
    await createChannel(owner, { name });
    // One on each shard.
    for (const stranger of [await createWorkspace(), await createWorkspace()]) {
      expect(await callAs(stranger, 'conversations.create', { name })).toMatchObject({ ok: true, channel: { name } });
    }
  });

  it('asks a token for the scope of the kind that it makes', async () => {
    const token = await createToken(owner, ['channels:write']);
    expect(await callAs(token, 'conversations.create', { name: newName() })).toMatchObject({ ok: true });
    expect(await callAs(token, 'conversations.create', { name: newName(), is_private: true })).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'groups:write',
      provided: 'channels:write',
    });
  });
});

describe('a reservation that a crash left without a channel', () => {
  async function reserve(creator: Somebody, created: number) {
    const db = await accessShard(env, creator.workspaceId);
    const row = {
      workspaceId: creator.workspaceId,
      id: `C${crypto.randomUUID().slice(0, 8).toUpperCase()}`,
      name: newName(),
    };
    await db
      .insert(channels)
      .values({ ...row, kind: 'public', creator: creator.userId, created, topic: unsetText, purpose: unsetText });
    return { ...row, db };
  }

  const now = () => Math.floor(Date.now() / 1000);

  it('is nowhere to be seen', async () => {
    const { id, name } = await reserve(owner, now());
    const { channels: listed } = await succeed(owner, 'conversations.list', { limit: 1000 });
    expect(JSON.stringify(listed)).not.toContain(name);
    expect(await callAs(owner, 'conversations.info', { channel: id })).toEqual({
      ok: false,
      error: 'channel_not_found',
    });
    expect(await callAs(owner, 'chat.postMessage', { channel: `#${name}`, text: 'hello' })).toEqual({
      ok: false,
      error: 'channel_not_found',
    });
  });

  it('keeps its name while the one who made it may still be at it', async () => {
    const { name } = await reserve(owner, now());
    expect(await create(name)).toEqual({ ok: false, error: 'name_taken' });
  });

  it('becomes their channel when they try again', async () => {
    const { id, name, db } = await reserve(owner, now() - 120);
    expect(await create(name)).toMatchObject({ ok: true, channel: { id, name } });
    const [row] = await db.select().from(channels).where(eq(channels.id, id));
    expect(row?.ready).toBe(true);
  });

  it('becomes their channel when somebody else tries', async () => {
    const { id, name } = await reserve(owner, now() - 120);
    expect(await callAs(member, 'conversations.create', { name })).toEqual({ ok: false, error: 'name_taken' });
    expect(await succeed(owner, 'conversations.info', { channel: id })).toMatchObject({ channel: { is_member: true } });
  });
});
