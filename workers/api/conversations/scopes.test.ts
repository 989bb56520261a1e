import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { channelOf } from '../../../durable-objects/channel/stub.ts';
import { tokens, users } from '../../../migrations/shard/schema.ts';
import { hashToken, newOpaqueToken } from '../../identity/opaque-token.ts';
import { accessShard } from '../../../migrations/shards.ts';
import { callAs, succeed } from '../../testing/api.ts';
import { createChannel, newName } from '../../testing/conversations.ts';
import { createToken, createWorkspace, type Somebody } from '../../testing/people.ts';
import type { Scope } from '../../identity/scopes.ts';

let owner: Somebody;
let open: string;
let secret: string;
beforeAll(async () => {
  owner = await createWorkspace();
  open = await createChannel(owner);
  secret = await createChannel(owner, { isPrivate: true });
});

const lacks = (needed: string, provided: string) => ({ ok: false, error: 'missing_scope', needed, provided });

describe('a token', () => {
  it.each([
    ['conversations.info', 'channels:read', 'groups:read', () => ({})],
    ['conversations.members', 'channels:read', 'groups:read', () => ({})],
    ['conversations.history', 'channels:history', 'groups:history', () => ({})],
    ['conversations.setTopic', 'channels:write.topic', 'groups:write,groups:write.topic', () => ({ topic: 'x' })],
    ['conversations.setPurpose', 'channels:write', 'groups:write,groups:write.topic', () => ({ purpose: 'x' })],
    ['conversations.join', 'channels:write', 'groups:write', () => ({})],
    ['conversations.rename', 'channels:write', 'groups:write', () => ({ name: newName() })],
  ])('needs for %s of a private channel more than %s', async (method, scope, needed, args) => {
    const token = await createToken(owner, [scope]);
    expect(await callAs(token, method, { channel: open, ...args() })).toMatchObject({ ok: true });
    expect(await callAs(token, method, { channel: secret, ...args() })).toEqual(lacks(needed, scope));
    const other = await createToken(owner, needed.split(',').slice(-1));
    expect(await callAs(other, method, { channel: secret, ...args() })).toMatchObject({ ok: true });
  });

  it('learns nothing of the kind of a conversation that its person may not know of', async () => {
    const ann = await createWorkspace('Others');
    const token = await createToken(ann, ['channels:read']);
    expect(await callAs(token, 'conversations.info', { channel: secret })).toEqual({
      ok: false,
      error: 'channel_not_found',
    });
  });

  it('posts with one scope wherever its person may', async () => {
    const token = await createToken(owner, ['chat:write']);
    for (const channel of [open, secret]) {
      expect(await callAs(token, 'chat.postMessage', { channel, text: 'x' })).toMatchObject({ ok: true, channel });
    }
  });
});

describe('a bot', () => {
  let bot: string;
  beforeAll(async () => {
    bot = await createBot('U0ROBOT', ['channels:history', 'channels:read', 'channels:join', 'channels:manage']);
  });

  /** What installing an app will do. */
  async function createBot(userId: string, scopes: Scope[]): Promise<string> {
    const { workspaceId } = owner;
    const db = await accessShard(env, workspaceId);
    const token = `xoxb-${newOpaqueToken(workspaceId)}`;
    const profile = { real_name: 'Robot', display_name: '' };
    await db
      .insert(users)
      .values({ workspaceId, id: userId, name: 'robot', isBot: true, role: 'member', tz: 'UTC', profile, updated: 1 });
    const hash = await hashToken(token);
    await db.insert(tokens).values({ workspaceId, userId, hash, kind: 'bot', name: 'robot', scopes, created: 1 });
    return token;
  }

  it('reads messages only where it was brought in', async () => {
    const channel = await createChannel(owner);
    const { ts } = await succeed(owner, 'chat.postMessage', { channel, text: 'x' });
    const notIn = { ok: false, error: 'not_in_channel' };
    expect(await callAs(bot, 'conversations.info', { channel })).toMatchObject({ ok: true });
    expect(await callAs(bot, 'conversations.history', { channel })).toEqual(notIn);
    expect(await callAs(bot, 'conversations.replies', { channel, ts })).toEqual(notIn);
    await succeed(bot, 'conversations.join', { channel });
    expect(await callAs(bot, 'conversations.history', { channel })).toMatchObject({ ok: true });
    expect(await callAs(bot, 'conversations.replies', { channel, ts })).toMatchObject({ ok: true });
  });

  it('makes channels with the scope that bots have for it', async () => {
    const { channel } = await succeed(bot, 'conversations.create', { name: newName() });
    expect(channel).toMatchObject({ creator: 'U0ROBOT' });
  });

  it('does not set profiles', async () => {
    expect(await callAs(bot, 'users.profile.set', { name: 'title', value: 'x' })).toEqual({
      ok: false,
      error: 'not_allowed_token_type',
    });
  });
});

describe('a direct message', () => {
  const id = 'D0SCOPE';
  beforeAll(async () => {
    const spec = { id, name: '', kind: 'im', isGeneral: false, creator: owner.userId, created: 1 } as const;
    await channelOf(env, owner.workspaceId, id).create({ ...spec, members: [owner.userId] });
  });

  it('takes the scopes of its kind', async () => {
    const token = await createToken(owner, ['channels:read', 'channels:history']);
    expect(await callAs(token, 'conversations.info', { channel: id })).toEqual(
      lacks('im:read', 'channels:read,channels:history'),
    );
    const other = await createToken(owner, ['im:read']);
    expect(await callAs(other, 'conversations.info', { channel: id })).toMatchObject({
      channel: { id, is_im: true, user: owner.userId },
    });
  });

  it.each([
    ['conversations.join', {}],
    ['conversations.leave', {}],
    ['conversations.invite', { users: '' }],
    ['conversations.kick', { user: 'U0X' }],
    ['conversations.rename', { name: 'x' }],
    ['conversations.setTopic', { topic: 'x' }],
    ['conversations.setPurpose', { purpose: 'x' }],
    ['conversations.archive', {}],
  ])('has no door and no name, so %s does not apply', async (method, args) => {
    expect(await callAs(owner, method, { channel: id, ...args })).toEqual({
      ok: false,
      error: 'method_not_supported_for_channel_type',
    });
  });
});
