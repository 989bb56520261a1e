import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callAs, succeed } from '../../testing/api.ts';
import { createChannel, newName, postAll, textsOf } from '../../testing/conversations.ts';
import { origin, readAnswer, send } from '../../testing/http.ts';
import { createToken, createWorkspace, joinWorkspace, type Somebody } from '../../testing/people.ts';

let owner: Somebody;
let ann: Somebody;
let bob: Somebody;
let channel: string;
let name: string;
beforeAll(async () => {
  owner = await createWorkspace();
  ann = await joinWorkspace(owner);
  bob = await joinWorkspace(owner);
});
beforeEach(async () => {
  name = newName();
  channel = await createChannel(ann, { name, members: [bob, owner] });
});

const refused = (error: string) => ({ ok: false, error });
const section = { type: 'section', text: { type: 'mrkdwn', text: 'Hello' } };
/** A list of one block, with lists in one another, `levels` deep together. */
const nested = (levels: number) => {
  let inner: unknown = 'leaf';
  for (let level = 2; level < levels; level += 1) inner = [inner];
  return [{ type: 'section', inner }];
};

async function texts(): Promise<string[]> {
  return textsOf(await succeed(ann, 'conversations.history', { channel }));
}

describe('chat.postMessage', () => {
  const post = (args: object, who: Somebody | string = ann) => callAs(who, 'chat.postMessage', { channel, ...args });

  it('posts', async () => {
    const answer = await post({ text: 'hello' });
    expect(answer).toMatchObject({
      ok: true,
      channel,
      ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
      message: { type: 'message', user: ann.userId, text: 'hello', ts: answer['ts'] },
    });
    expect(await texts()).toEqual(['hello']);
  });

  it('takes no attachment for the quote of somebody else, or for a picture that we fetched', async () => {
    const text = 'You are all fired';
    const forged = {
      text,
      is_msg_unfurl: true,
      author_id: owner.userId,
      channel_id: channel,
      picture: '/auth/sign-out',
    };
    const { is_msg_unfurl: _quote, picture: _picture, ...left } = forged;
    const posted = await post({ text: 'https://example.com', attachments: [forged] });
    expect(posted['message']).toMatchObject({ attachments: [left] });
    const { ts } = posted;
    await succeed(ann, 'chat.unfurl', { channel, ts, unfurls: { 'https://example.com': forged } });
    await succeed(ann, 'chat.update', { channel, ts, text: 'https://example.com', attachments: [forged] });
    expect(JSON.stringify(await succeed(ann, 'conversations.history', { channel }))).not.toContain('is_msg_unfurl');
  });

  it('keeps blocks and attachments, also when a form sends them as JSON', async () => {
    const attachments = [{ text: 'more', fallback: 'more' }];
    expect(await post({ text: 'x', blocks: [section], attachments })).toMatchObject({
      message: { blocks: [section], attachments },
    });
    const body = new URLSearchParams({ channel, blocks: JSON.stringify([section]) });
    const headers = { authorization: `Bearer ${ann.token}` };
    const answer = await readAnswer(await send('/api/chat.postMessage', { method: 'POST', body, headers }));
    expect(answer).toMatchObject({ ok: true, message: { text: '', blocks: [section] } });
  });

  it('replies in a thread, and to the channel too when asked', async () => {
    const { ts } = await post({ text: 'root' });
    expect(await post({ text: 'reply', thread_ts: ts })).toMatchObject({
      message: { thread_ts: ts, parent_user_id: ann.userId },
    });
    expect(await post({ text: 'for all', thread_ts: ts, reply_broadcast: true })).toMatchObject({
      message: { thread_ts: ts, subtype: 'thread_broadcast' },
    });
    expect(await texts()).toEqual(['for all', 'root']);
  });

  it('takes a second call with the same client id for a repeat', async () => {
    const first = await post({ text: 'once', client_msg_id: 'a-b-c' });
    expect(await post({ text: 'once', client_msg_id: 'a-b-c' })).toMatchObject({
      ts: first['ts'],
      message: first['message'],
    });
    expect(await texts()).toEqual(['once']);
  });

  it('finds a channel by its name, with and without #, if the caller may know of it', async () => {
    expect(await post({ channel: name, text: '1' })).toMatchObject({ ok: true, channel });
    expect(await post({ channel: `#${name}`, text: '2' })).toMatchObject({ ok: true, channel });
    const secretName = newName();
    const secret = await createChannel(ann, { name: secretName, isPrivate: true });
    expect(await post({ channel: secretName, text: '3' })).toMatchObject({ ok: true, channel: secret });
    expect(await post({ channel: secretName, text: '3' }, bob)).toEqual(refused('channel_not_found'));
    expect(await post({ channel: '#no-such-channel', text: '3' }, bob)).toEqual(refused('channel_not_found'));
  });

  it('finds no channel of another workspace, and the own one where both have the name', async () => {
    // One on each shard.
    for (const stranger of [await createWorkspace('Others'), await createWorkspace('More')]) {
      expect(await post({ text: 'x' }, stranger)).toEqual(refused('channel_not_found'));
      expect(await post({ channel: name, text: 'x' }, stranger)).toEqual(refused('channel_not_found'));
      const theirs = await createChannel(stranger, { name });
      expect(await post({ channel: name, text: 'x' }, stranger)).toMatchObject({ ok: true, channel: theirs });
      expect(await post({ channel: name, text: 'x' })).toMatchObject({ ok: true, channel });
    }
  });

  it('takes what apps send to Slack and says nothing of what it does not do', async () => {
    const more = {
      as_user: true,
      username: 'Somebody Else',
      icon_emoji: ':robot_face:',
      link_names: true,
      parse: 'full',
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: true,
      metadata: { event_type: 'x', event_payload: {} },
    };
    const { message } = await succeed(ann, 'chat.postMessage', { channel, text: 'x', ...more });
    expect(message).toMatchObject({ user: ann.userId });
    expect(message).not.toHaveProperty('username');
  });

  it.each([
    ['nothing to say', {}, 'no_text'],
    ['only spaces', { text: '  \n' }, 'no_text'],
    ['40,001 characters', { text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['blocks that are none', { blocks: [{ text: 'x' }] }, 'invalid_blocks'],
    ['blocks that are no list', { blocks: { type: 'section' } }, 'invalid_blocks'],
    [
      'blocks that nest without end',
      { blocks: [{ type: 'section', field: JSON.parse('['.repeat(99) + ']'.repeat(99)) }] },
      'invalid_blocks',
    ],
    ['51 blocks', { blocks: Array.from({ length: 51 }, () => section) }, 'invalid_blocks'],
    ['blocks beyond measure', { blocks: [{ type: 'x', text: 'y'.repeat(60_001) }] }, 'msg_blocks_too_long'],
    ['blocks nested 65 deep', { blocks: nested(65) }, 'invalid_blocks'],
    ['blocks nested 4,000 deep', { blocks: nested(4_000) }, 'invalid_blocks'],
    ['attachments nested 4,000 deep', { attachments: nested(4_000) }, 'invalid_blocks'],
    ['101 attachments', { attachments: Array.from({ length: 101 }, () => ({})) }, 'too_many_attachments'],
    ['a thread that there is not', { text: 'x', thread_ts: '1.000000' }, 'thread_not_found'],
    ['a thread that is no timestamp', { text: 'x', thread_ts: 'last' }, 'thread_not_found'],
    ['a client id of 65 characters', { text: 'x', client_msg_id: 'x'.repeat(65) }, 'invalid_arguments'],
  ])('refuses %s', async (_what, args, error) => {
    expect(await post(args)).toMatchObject(refused(error));
    expect(await texts()).toEqual([]);
  });

  it('takes blocks and attachments nested 64 deep', async () => {
    expect(await post({ text: 'x', blocks: nested(64), attachments: nested(64) })).toMatchObject({ ok: true });
  });

  it('takes 40,000 characters', async () => {
    expect(await post({ text: 'x'.repeat(40_000) })).toMatchObject({ ok: true });
  });

  it('is for members', async () => {
    const outsider = await joinWorkspace(owner);
    expect(await post({ text: 'x' }, outsider)).toEqual(refused('not_in_channel'));
  });

  it('is limited in each channel', async () => {
    const token = await createToken(ann, ['chat:write']);
    const answers = await Promise.all([...Array(40).keys()].map((n) => post({ text: `${n}` }, token)));
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(10);
    expect(answers.find(({ ok }) => !ok)).toEqual(refused('ratelimited'));
    const elsewhere = await createChannel(ann);
    expect(await callAs(token, 'chat.postMessage', { channel: elsewhere, text: 'x' })).toMatchObject({ ok: true });
  });
});

describe('chat.meMessage', () => {
  it('posts what the caller is doing', async () => {
    const answer = await callAs(ann, 'chat.meMessage', { channel: `#${name}`, text: 'is thinking' });
    expect(answer).toEqual({ ok: true, channel, ts: expect.any(String) });
    const { messages } = await succeed(ann, 'conversations.history', { channel, limit: 1 });
    expect(messages).toMatchObject([{ subtype: 'me_message', text: 'is thinking', user: ann.userId }]);
  });

  it('refuses to say nothing', async () => {
    expect(await callAs(ann, 'chat.meMessage', { channel, text: '' })).toEqual(refused('no_text'));
  });
});

describe('chat.update', () => {
  let ts: string;
  beforeEach(async () => {
    [ts = ''] = await postAll(ann, channel, ['first']);
  });
  const update = (args: object, who = ann) => callAs(who, 'chat.update', { channel, ts, ...args });

  it('changes a message and says that it was changed', async () => {
    expect(await update({ text: 'second' })).toMatchObject({
      ok: true,
      channel,
      ts,
      text: 'second',
      message: { text: 'second', ts, edited: { user: ann.userId, ts: expect.any(String) } },
    });
    expect(await texts()).toEqual(['second']);
  });

  it('changes blocks and attachments', async () => {
    await update({ text: 'with', blocks: [section], attachments: [{ text: 'one' }] });
    expect(await update({ text: 'without blocks' })).toMatchObject({ message: { attachments: [{ text: 'one' }] } });
    const { message } = await update({ text: 'other', attachments: [{ text: 'two' }] });
    expect(message).toMatchObject({ attachments: [{ text: 'two' }] });
    expect(message).not.toHaveProperty('blocks');
  });

  it.each([
    ['nothing to say', { text: '' }, 'no_text'],
    ['40,001 characters', { text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['a message that there is not', { ts: '1.000000', text: 'x' }, 'message_not_found'],
    ['what is no timestamp', { ts: 'last', text: 'x' }, 'message_not_found'],
    ['blocks that are none', { blocks: ['x'] }, 'invalid_blocks'],
    ['attachments nested 4,000 deep', { text: 'x', attachments: nested(4_000) }, 'invalid_blocks'],
  ])('refuses %s', async (_what, args, error) => {
    expect(await update(args)).toEqual(refused(error));
  });

  it('is for the author alone, administrators or not', async () => {
    expect(await update({ text: 'x' }, bob)).toEqual(refused('cant_update_message'));
    expect(await update({ text: 'x' }, owner)).toEqual(refused('cant_update_message'));
    await succeed(ann, 'conversations.archive', { channel });
    expect(await update({ text: 'x' })).toEqual(refused('is_archived'));
  });
});

describe('chat.delete', () => {
  it('deletes, and nothing of the text is left to read', async () => {
    const [ts = ''] = await postAll(ann, channel, ['regretted']);
    expect(await callAs(ann, 'chat.delete', { channel, ts })).toEqual({ ok: true, channel, ts });
    expect(JSON.stringify(await succeed(ann, 'conversations.history', { channel }))).not.toContain('regretted');
    expect(await callAs(ann, 'chat.delete', { channel, ts })).toEqual(refused('message_not_found'));
    expect(await callAs(ann, 'chat.update', { channel, ts, text: 'x' })).toEqual(refused('message_not_found'));
    expect(await callAs(ann, 'conversations.replies', { channel, ts })).toEqual(refused('thread_not_found'));
    expect(await callAs(ann, 'chat.getPermalink', { channel, message_ts: ts })).toEqual(refused('message_not_found'));
  });

  it('is for the author and for administrators', async () => {
    const [ts = ''] = await postAll(ann, channel, ['x']);
    expect(await callAs(bob, 'chat.delete', { channel, ts })).toEqual(refused('cant_delete_message'));
    expect(await callAs(owner, 'chat.delete', { channel, ts })).toMatchObject({ ok: true });
  });
});

describe('chat.getPermalink', () => {
  const permalink = (ts: string) => callAs(bob, 'chat.getPermalink', { channel, message_ts: ts });

  it('is the address of a message', async () => {
    const [ts = ''] = await postAll(ann, channel, ['x']);
    const address = `${origin}/archives/${channel}/p${ts.replace('.', '')}`;
    expect(await permalink(ts)).toEqual({ ok: true, channel, permalink: address });
  });

  it('of a reply names its thread too', async () => {
    const [root = ''] = await postAll(ann, channel, ['root']);
    const [reply = ''] = await postAll(ann, channel, ['reply'], { thread_ts: root });
    const address = `${origin}/archives/${channel}/p${reply.replace('.', '')}?thread_ts=${root}&cid=${channel}`;
    expect(await permalink(reply)).toEqual({ ok: true, channel, permalink: address });
    expect((await permalink(root))['permalink']).not.toContain('?');
  });

  it('refuses a message that there is not', async () => {
    expect(await permalink('1.000000')).toEqual(refused('message_not_found'));
    expect(await permalink('first')).toEqual(refused('message_not_found'));
  });
});
