import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Message } from '../../../shared/message.ts';
import { callAs, succeed } from '../../testing/api.ts';
import { createChannel, pagesOf, postAll } from '../../testing/conversations.ts';
import { createToken, createWorkspace, joinWorkspace, type Somebody } from '../../testing/people.ts';

let ann: Somebody;
let bob: Somebody;
let channel: string;
let timestamp: string;
beforeAll(async () => {
  ann = await createWorkspace();
  bob = await joinWorkspace(ann);
});
beforeEach(async () => {
  channel = await createChannel(ann, { members: [bob] });
  [timestamp = ''] = await postAll(ann, channel, ['a message']);
});

const refused = (error: string) => ({ ok: false, error });
const react = (name: string, who: Somebody | string = bob, more = {}) =>
  callAs(who, 'reactions.add', { channel, timestamp, name, ...more });

describe('reactions.add and reactions.remove', () => {
  it('add and take back the caller’s reaction', async () => {
    expect(await react('thumbsup')).toEqual({ ok: true });
    expect(await react('+1::skin-tone-4')).toEqual({ ok: true });
    expect(await react(':wave:', ann)).toEqual({ ok: true });
    expect(await callAs(ann, 'reactions.get', { channel, timestamp, full: true })).toMatchObject({
      ok: true,
      type: 'message',
      channel,
      message: {
        text: 'a message',
        reactions: [
          { name: 'thumbsup', users: [bob.userId], count: 1 },
          { name: '+1::skin-tone-4', users: [bob.userId], count: 1 },
          { name: 'wave', users: [ann.userId], count: 1 },
        ],
      },
    });
    expect(await callAs(bob, 'reactions.remove', { channel, timestamp, name: 'thumbsup' })).toEqual({ ok: true });
    expect(await callAs(bob, 'reactions.remove', { channel, timestamp, name: 'thumbsup' })).toEqual(
      refused('no_reaction'),
    );
  });

  it('take the workspace’s own emoji, and no name that is none', async () => {
    expect(await react('shipit')).toEqual(refused('invalid_name'));
    await succeed(ann, 'emoji.add', { name: 'shipit', mode: 'alias', alias_for: 'rocket' });
    expect(await react('shipit')).toEqual({ ok: true });
    for (const name of ['no_such_emoji', '', 'wave::skin-tone-9', 'shipit::skin-tone-2', 'x'.repeat(500)]) {
      expect(await react(name)).toEqual(refused('invalid_name'));
    }
  });

  it.each([
    ['no conversation', { channel: undefined }, 'no_item_specified'],
    ['no message', { timestamp: undefined }, 'no_item_specified'],
    ['what is no timestamp', { timestamp: 'last' }, 'bad_timestamp'],
    ['a message that there is not', { timestamp: '1.000000' }, 'message_not_found'],
    ['a conversation that there is not', { channel: 'C404' }, 'channel_not_found'],
  ])('refuse %s', async (_what, wrong, error) => {
    expect(await react('wave', bob, wrong)).toEqual(refused(error));
  });

  it('are for members, once in each way, with a scope', async () => {
    const outsider = await joinWorkspace(ann);
    expect(await react('wave', outsider)).toEqual(refused('not_in_channel'));
    await react('wave');
    expect(await react('wave')).toEqual(refused('already_reacted'));
    expect(await react('wave', await createToken(bob, ['reactions:read']))).toMatchObject(refused('missing_scope'));
    expect(await react('tada', await createToken(bob, ['reactions:write']))).toEqual({ ok: true });
  });
});

describe('reactions.list', () => {
  const Items = z.looseObject({
    items: z.array(z.object({ type: z.string(), channel: z.string(), message: Message })),
  });
  const textsIn = (page: unknown) => Items.parse(page).items.map(({ message }) => message.text);

  it('lists over all conversations, latest reaction first, in pages that neither repeat nor skip', async () => {
    const carl = await joinWorkspace(ann);
    const channels = [
      await createChannel(ann, { members: [carl] }),
      await createChannel(ann, { members: [carl], isPrivate: true }),
    ];
    const expected: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      const to = channels[i % 2] ?? '';
      const [ts = ''] = await postAll(ann, to, [`message ${i}`]);
      await react('wave', carl, { channel: to, timestamp: ts });
      expected.unshift(`message ${i}`);
    }
    const pages = await pagesOf(carl, 'reactions.list', { limit: 3 });
    expect(pages.map(textsIn)).toEqual([expected.slice(0, 3), expected.slice(3, 6), expected.slice(6)]);
    expect(textsIn(await succeed(ann, 'reactions.list', { user: carl.userId }))).toEqual(expected);
    // Of the private conversation, whoever is outside sees nothing.
    const seen = textsIn(await succeed(bob, 'reactions.list', { user: carl.userId }));
    expect(seen).toEqual(expected.filter((text) => Number(text.at(-1)) % 2 === 0));
  });

  it('is empty for whoever has not reacted, and refuses nobody’s', async () => {
    const newcomer = await joinWorkspace(ann);
    expect(await callAs(newcomer, 'reactions.list')).toEqual({
      ok: true,
      items: [],
      response_metadata: { next_cursor: '' },
    });
    expect(await callAs(ann, 'reactions.list', { user: 'U404' })).toEqual(refused('user_not_found'));
    expect(await callAs(ann, 'reactions.list', { cursor: 'x' })).toEqual(refused('invalid_cursor'));
  });
});

describe('pins', () => {
  const pin = (who = bob) => callAs(who, 'pins.add', { channel, timestamp });

  it('are added, listed and removed by whoever is in the conversation', async () => {
    expect(await pin()).toEqual({ ok: true });
    expect(await pin(ann)).toEqual(refused('already_pinned'));
    expect(await callAs(ann, 'pins.list', { channel })).toEqual({
      ok: true,
      items: [
        {
          type: 'message',
          channel,
          created: expect.any(Number),
          created_by: bob.userId,
          message: expect.objectContaining({ text: 'a message', pinned_to: [channel] }),
        },
      ],
    });
    expect(await callAs(ann, 'pins.remove', { channel, timestamp })).toEqual({ ok: true });
    expect(await callAs(ann, 'pins.remove', { channel, timestamp })).toEqual(refused('no_pin'));
    expect(await callAs(ann, 'pins.list', { channel })).toEqual({ ok: true, items: [] });
  });
});

describe('chat.postEphemeral', () => {
  it('answers with the time of a message that no history has', async () => {
    const answer = await callAs(ann, 'chat.postEphemeral', { channel, user: bob.userId, text: 'psst' });
    expect(answer).toEqual({ ok: true, message_ts: expect.stringMatching(/^\d+\.\d{6}$/) });
    expect(JSON.stringify(await succeed(bob, 'conversations.history', { channel }))).not.toContain('psst');
  });

  it('refuses to say nothing, and to whoever is not there', async () => {
    const post = (args: object) => callAs(ann, 'chat.postEphemeral', { channel, user: bob.userId, text: 'x', ...args });
    expect(await post({ text: '' })).toEqual(refused('no_text'));
    expect(await post({ user: 'U404' })).toEqual(refused('user_not_in_channel'));
    expect(await post({ channel: 'C404' })).toEqual(refused('channel_not_found'));
  });
});
