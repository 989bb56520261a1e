import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callAs, succeed } from '../../testing/api.ts';
import { createChannel, postAll, textsOf } from '../../testing/conversations.ts';
import { changePerson, createToken, createWorkspace, joinWorkspace, type Somebody } from '../../testing/people.ts';

let ann: Somebody;
let bob: Somebody;
let cleo: Somebody;

beforeAll(async () => {
  const owner = await createWorkspace();
  ann = await joinWorkspace(owner);
  bob = await joinWorkspace(owner);
  cleo = await joinWorkspace(owner);
});

const refused = (error: string) => ({ ok: false, error });
const Opened = z.looseObject({ channel: z.looseObject({ id: z.string() }) });

async function open(who: Somebody, people: readonly Somebody[]): Promise<string> {
  const users = people.map(({ userId }) => userId).join(',');
  return Opened.parse(await succeed(who, 'conversations.open', { users })).channel.id;
}

describe('conversations.open', () => {
  it('gives the same conversation to both, whoever opens it, and at once', async () => {
    const [ofAnn, ofBob] = await Promise.all([open(ann, [bob]), open(bob, [ann])]);
    expect(ofAnn).toBe(ofBob);
    expect(await open(ann, [ann, bob])).toBe(ofAnn);
  });

  it('carries messages between the two, and nobody else knows of it', async () => {
    const channel = await open(ann, [bob]);
    await postAll(ann, channel, ['just between us']);
    expect(textsOf(await succeed(bob, 'conversations.history', { channel }))).toContain('just between us');
    expect(await callAs(cleo, 'conversations.history', { channel })).toEqual(refused('channel_not_found'));
    expect(await callAs(cleo, 'conversations.open', { channel })).toEqual(refused('channel_not_found'));
  });

  it('opens a group for three, apart from that of any two, and one for the caller alone', async () => {
    const group = await open(ann, [bob, cleo]);
    expect(await open(cleo, [bob, ann])).toBe(group);
    expect(group).not.toBe(await open(ann, [bob]));
    const alone = await open(ann, [ann]);
    expect(alone).not.toBe(group);
    expect(await callAs(ann, 'conversations.open', { channel: alone, return_im: true })).toMatchObject({
      channel: { id: alone, is_im: true, user: ann.userId },
    });
    expect(await callAs(ann, 'conversations.open', { channel: group, return_im: true })).toMatchObject({
      channel: { id: group, is_mpim: true, name: expect.stringMatching(/^mpdm-.*-1$/) },
    });
  });

  it('is listed for those who are in it', async () => {
    const channel = await open(ann, [cleo]);
    const listed = await succeed(cleo, 'conversations.list', { types: 'im,mpim' });
    expect(JSON.stringify(listed)).toContain(channel);
    expect(JSON.stringify(await succeed(bob, 'conversations.list', { types: 'im,mpim' }))).not.toContain(channel);
  });

  it.each([
    ['nobody', {}, 'users_list_not_supplied'],
    ['somebody unknown', { users: 'U0ABSENT000' }, 'user_not_found'],
    ['ten people', { users: 'U1,U2,U3,U4,U5,U6,U7,U8,U9' }, 'too_many_users'],
    ['an absent conversation', { channel: 'D0ABSENT000' }, 'channel_not_found'],
  ])('refuses %s', async (_what, args, error) => {
    expect(await callAs(ann, 'conversations.open', args)).toEqual(refused(error));
  });

  it('refuses a channel, and making one where that is not wanted', async () => {
    const channel = await createChannel(ann);
    expect(await callAs(ann, 'conversations.open', { channel })).toEqual(
      refused('method_not_supported_for_channel_type'),
    );
    const dora = await joinWorkspace(await createWorkspace());
    expect(await callAs(dora, 'conversations.open', { users: dora.userId, prevent_creation: true })).toEqual(
      refused('channel_not_found'),
    );
  });

  it('opens what was said with somebody who has left, and nothing new', async () => {
    const owner = await createWorkspace();
    const [eve, finn, gone] = [await joinWorkspace(owner), await joinWorkspace(owner), await joinWorkspace(owner)];
    const channel = await open(eve, [gone]);
    await changePerson(gone, { deactivated: true });
    expect(await open(eve, [gone])).toBe(channel);
    expect(await callAs(finn, 'conversations.open', { users: gone.userId })).toEqual(refused('user_not_found'));
  });

  it('needs the scope of the kind', async () => {
    const token = await createToken(ann, ['im:write']);
    expect(await callAs(token, 'conversations.open', { users: bob.userId })).toMatchObject({ ok: true });
    expect(await callAs(token, 'conversations.open', { users: `${bob.userId},${cleo.userId}` })).toMatchObject({
      ok: false,
      error: 'missing_scope',
    });
  });
});

describe('conversations.close', () => {
  it('says when there was nothing to close', async () => {
    const channel = await open(ann, [bob]);
    expect(await callAs(ann, 'conversations.close', { channel })).toEqual({ ok: true });
    expect(await callAs(ann, 'conversations.close', { channel })).toEqual({
      ok: true,
      no_op: true,
      already_closed: true,
    });
    expect(await callAs(ann, 'conversations.open', { channel })).not.toHaveProperty('already_open');
    expect(await callAs(ann, 'conversations.open', { channel })).toMatchObject({ no_op: true, already_open: true });
  });

  it('closes no channel', async () => {
    const channel = await createChannel(ann);
    expect(await callAs(ann, 'conversations.close', { channel })).toEqual(
      refused('method_not_supported_for_channel_type'),
    );
  });
});
