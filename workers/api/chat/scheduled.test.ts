import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callAs, succeed } from '../../testing/api.ts';
import { createChannel, pagesOf, postAll } from '../../testing/conversations.ts';
import { createToken, createWorkspace, joinWorkspace, type Somebody } from '../../testing/people.ts';

let owner: Somebody;
let ann: Somebody;
let channel: string;
beforeAll(async () => {
  owner = await createWorkspace();
  ann = await joinWorkspace(owner);
  channel = await createChannel(owner, { members: [ann] });
});

const refused = (error: string) => ({ ok: false, error });
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const Scheduled = z.looseObject({ scheduled_message_id: z.string() });
const Listed = z.looseObject({ scheduled_messages: z.array(z.looseObject({ id: z.string(), text: z.string() })) });

async function schedule(args: object = {}, who = ann): Promise<string> {
  const answer = await succeed(who, 'chat.scheduleMessage', {
    channel,
    text: 'later',
    post_at: inSeconds(3600),
    ...args,
  });
  return Scheduled.parse(answer).scheduled_message_id;
}

const idsOf = (answer: unknown) => Listed.parse(answer).scheduled_messages.map(({ id }) => id);
const remove = (id: string, who = ann) =>
  callAs(who, 'chat.deleteScheduledMessage', { channel, scheduled_message_id: id });

describe('chat.scheduleMessage', () => {
  it('answers as Slack does, and takes the time as a number or in digits', async () => {
    const postAt = inSeconds(3600);
    const args = { channel, text: 'later', post_at: String(postAt) };
    expect(await callAs(ann, 'chat.scheduleMessage', args)).toEqual({
      ok: true,
      channel,
      scheduled_message_id: expect.stringMatching(/^Q/),
      post_at: postAt,
      message: { type: 'delayed_message', user: ann.userId, text: 'later' },
    });
  });

  it.each([
    ['a time in words', { post_at: 'tomorrow' }, 'invalid_time'],
    ['half a second', { post_at: 1.5 }, 'invalid_time'],
    ['a time that is over', { post_at: 1_000_000_000 }, 'time_in_past'],
    ['a time in 121 days', { post_at: inSeconds(121 * 86_400) }, 'time_too_far'],
    ['nothing to say', { text: '' }, 'no_text'],
    ['a thread that there is not', { thread_ts: '1.000000' }, 'thread_not_found'],
    ['a thread that is none', { thread_ts: 'x' }, 'thread_not_found'],
    ['a channel that there is not', { channel: 'C0ABSENT00' }, 'channel_not_found'],
  ])('refuses %s', async (_what, args, error) => {
    const call = { channel, text: 'later', post_at: inSeconds(60), ...args };
    expect(await callAs(ann, 'chat.scheduleMessage', call)).toEqual(refused(error));
  });

  it('refuses where the caller could not post now', async () => {
    const elsewhere = await createChannel(owner);
    const args = { channel: elsewhere, text: 'later', post_at: inSeconds(60) };
    expect(await callAs(ann, 'chat.scheduleMessage', args)).toEqual(refused('not_in_channel'));
    await succeed(owner, 'conversations.archive', { channel: elsewhere });
    expect(await callAs(owner, 'chat.scheduleMessage', args)).toEqual(refused('is_archived'));
  });

  it('takes a reply', async () => {
    const [root = ''] = await postAll(owner, channel, ['root']);
    const id = await schedule({ thread_ts: root });
    const { scheduled } = await succeed(ann, 'edgeways.scheduled.list');
    expect(scheduled).toContainEqual(expect.objectContaining({ id, thread_ts: root }));
    await remove(id);
  });
});

describe('chat.scheduledMessages.list', () => {
  it("lists the caller's own, in order, by channel and time, page by page", async () => {
    const other = await createChannel(owner, { members: [ann] });
    const base = inSeconds(10_000);
    const ids: string[] = [];
    for (const n of [0, 1, 2]) ids.push(await schedule({ channel: other, text: `${n}`, post_at: base + n }));
    const list = (args: object, who = ann) => succeed(who, 'chat.scheduledMessages.list', args);
    expect(await list({ channel: other })).toMatchObject({
      scheduled_messages: [
        { id: ids[0], channel_id: other, post_at: base, date_created: expect.any(Number), text: '0' },
        { id: ids[1] },
        { id: ids[2] },
      ],
      response_metadata: { next_cursor: '' },
    });
    expect(idsOf(await list({ channel: other, oldest: base + 1, latest: String(base + 1) }))).toEqual([ids[1]]);
    const pages = await pagesOf(ann, 'chat.scheduledMessages.list', { channel: other, limit: 2 });
    expect(pages.map(idsOf)).toEqual([[ids[0], ids[1]], [ids[2]]]);
    expect(idsOf(await list({}, owner))).toEqual([]);
    expect(await callAs(ann, 'chat.scheduledMessages.list', { cursor: 'x' })).toEqual(refused('invalid_cursor'));
    expect(await callAs(ann, 'chat.scheduledMessages.list', { oldest: 'x' })).toEqual(refused('invalid_ts_oldest'));
  });
});

describe('chat.deleteScheduledMessage', () => {
  it('takes back what the caller has scheduled, and nothing of anybody else', async () => {
    const id = await schedule();
    expect(await remove(id, owner)).toEqual(refused('invalid_scheduled_message_id'));
    expect(await remove(id)).toEqual({ ok: true });
    expect(await remove(id)).toEqual(refused('invalid_scheduled_message_id'));
    expect(idsOf(await succeed(ann, 'chat.scheduledMessages.list'))).not.toContain(id);
  });

  it('is for tokens that may write', async () => {
    const token = await createToken(ann, ['chat:write']);
    const id = await schedule();
    expect(await callAs(token, 'chat.deleteScheduledMessage', { channel, scheduled_message_id: id })).toEqual({
      ok: true,
    });
  });
});

describe('edgeways.scheduled', () => {
  it('changes what a message says, and its time', async () => {
    const id = await schedule({ blocks: [{ type: 'divider' }] });
    const update = (args: object, who = ann) =>
      callAs(who, 'edgeways.scheduled.update', { channel, scheduled_message_id: id, ...args });
    const postAt = inSeconds(7200);
    expect(await update({ post_at: postAt })).toMatchObject({
      scheduled: { id, channel, text: 'later', blocks: [{ type: 'divider' }], post_at: postAt, error: null },
    });
    expect(await update({ text: 'new' })).toEqual({
      ok: true,
      scheduled: { id, channel, text: 'new', post_at: postAt, created: expect.any(Number), error: null },
    });
    expect(await update({ text: ' ' })).toEqual(refused('no_text'));
    expect(await update({ post_at: 1 })).toEqual(refused('time_in_past'));
    expect(await update({ post_at: 'x' })).toEqual(refused('invalid_time'));
    expect(await update({ text: 'theirs' }, owner)).toEqual(refused('invalid_scheduled_message_id'));
    expect(await succeed(ann, 'edgeways.scheduled.list')).toMatchObject({
      scheduled: expect.arrayContaining([expect.objectContaining({ id, text: 'new', error: null })]),
    });
  });
});
