import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callAs, succeed } from '../../../testing/api.ts';
import { createChannel, pagesOf, postAll } from '../../../testing/conversations.ts';
import { openDevice, type Device } from '../../../testing/device.ts';
import { isUnreachable } from '../../../testing/unreachable.ts';
import { createWorkspace, joinWorkspace, type Somebody } from '../../../testing/people.ts';

let owner: Somebody;
let ann: Somebody;
let bob: Somebody;
let channel: string;
let root: string;
let device: Device;

beforeAll(async () => {
  owner = await createWorkspace();
  bob = await joinWorkspace(owner);
});
beforeEach(async () => {
  ann = await joinWorkspace(owner);
  device = await openDevice(ann);
  channel = await createChannel(bob, { isPrivate: true, members: [ann] });
  [root = ''] = await postAll(ann, channel, ['root']);
});

const refused = (error: string) => ({ ok: false, error });
const Threads = z.array(
  z.looseObject({
    thread: z.looseObject({ thread_ts: z.string(), has_unread: z.boolean() }),
    root: z.looseObject({ text: z.string() }),
    latest: z.array(z.looseObject({ text: z.string() })),
  }),
);
const read = (answer: Record<string, unknown>) => Threads.parse(answer['threads']);
const threads = async () => read(await succeed(ann, 'edgeways.threads.list'));
const unread = async () => (await threads()).map(({ thread }) => thread.has_unread);

/** Bob replies, and Ann's session is told. */
async function reply(texts: string[], to = root): Promise<string[]> {
  const posted = await postAll(bob, channel, texts, { thread_ts: to });
  await device.until((frame) => frame.type === 'thread' && frame.thread.thread_ts === to && frame.thread.has_unread);
  return posted;
}

describe('edgeways.threads', () => {
  it('lists what one follows, with the root and the three newest replies, oldest first', async () => {
    await reply(['1', '2', '3', '4']);
    expect(await threads()).toMatchObject([
      {
        thread: { channel, thread_ts: root, has_unread: true },
        root: { text: 'root', reply_count: 4 },
        latest: [{ text: '2' }, { text: '3' }, { text: '4' }],
      },
    ]);
  });

  it('lists a thread whose root was deleted, without what the root said', async () => {
    await reply(['goes on']);
    await succeed(ann, 'chat.delete', { channel, ts: root });
    expect(await threads()).toMatchObject([
      { root: { subtype: 'tombstone', ts: root }, latest: [{ text: 'goes on' }] },
    ]);
  });

  it('puts unread threads first, then those with the newest reply', async () => {
    const [other = ''] = await postAll(ann, channel, ['another root']);
    await reply(['to the first']);
    await reply(['to the other'], other);
    await succeed(ann, 'edgeways.threads.mark', { channel, thread_ts: other, ts: '9999999999.000000' });
    const pages = await pagesOf(ann, 'edgeways.threads.list', { limit: 1 });
    expect(pages.flatMap(read).map(({ thread }) => [thread.thread_ts, thread.has_unread])).toEqual([
      [root, true],
      [other, false],
    ]);
  });

  it('are followed and not followed by hand', async () => {
    await reply(['reply']);
    await succeed(ann, 'edgeways.threads.unfollow', { channel, thread_ts: root });
    expect(await threads()).toEqual([]);
    await succeed(ann, 'edgeways.threads.follow', { channel, thread_ts: root });
    expect(await threads()).toHaveLength(1);
  });

  it('are marked as read, one or all', async () => {
    const [other = ''] = await postAll(ann, channel, ['another root']);
    const [first = ''] = await reply(['to the first']);
    await reply(['to the other'], other);
    expect(await unread()).toEqual([true, true]);
    await succeed(ann, 'edgeways.threads.mark', { channel, thread_ts: root, ts: first });
    expect(await unread()).toEqual([true, false]);
    await succeed(ann, 'edgeways.threads.markAll');
    expect(await unread()).toEqual([false, false]);
  });

  it('of a channel that does not answer are left out, and not marked; all others are', async () => {
    await reply(['news']);
    const other = await createChannel(bob, { members: [ann] });
    const [elsewhere = ''] = await postAll(ann, other, ['root elsewhere']);
    await postAll(bob, other, ['news elsewhere'], { thread_ts: elsewhere });
    await device.until((frame) => frame.type === 'thread' && frame.thread.thread_ts === elsewhere);
    const lifted = isUnreachable(channel);
    const answer = await succeed(ann, 'edgeways.threads.list');
    expect(read(answer).map(({ thread }) => thread.thread_ts)).toEqual([elsewhere]);
    expect(answer).toMatchObject({ unreachable: [channel] });
    expect(await callAs(ann, 'edgeways.threads.markAll')).toEqual(refused('service_unavailable'));
    lifted();
    const after = await threads();
    expect(after.map(({ thread }) => [thread.thread_ts, thread.has_unread])).toEqual([
      [root, true],
      [elsewhere, false],
    ]);
  });

  it('show nothing of a channel to somebody who was removed from it', async () => {
    await reply(['reply']);
    expect(await threads()).toHaveLength(1);
    await succeed(bob, 'conversations.kick', { channel, user: ann.userId });
    expect(await threads()).toEqual([]);
    for (const method of ['mark', 'follow', 'unfollow']) {
      const args = { channel, thread_ts: root, ts: root };
      expect(await callAs(ann, `edgeways.threads.${method}`, args)).toEqual(refused('channel_not_found'));
    }
  });

  it('are refused when they are not there, or their place is none', async () => {
    const absent = { channel, thread_ts: '1700000000.000001' };
    expect(await callAs(ann, 'edgeways.threads.follow', absent)).toEqual(refused('thread_not_found'));
    expect(await callAs(ann, 'edgeways.threads.unfollow', absent)).toEqual(refused('thread_not_found'));
    expect(await callAs(ann, 'edgeways.threads.mark', { ...absent, ts: root })).toEqual(refused('thread_not_found'));
    const mark = { channel, thread_ts: root, ts: 'now' };
    expect(await callAs(ann, 'edgeways.threads.mark', mark)).toEqual(refused('invalid_timestamp'));
    expect(await callAs(ann, 'edgeways.threads.list', { cursor: 'x' })).toEqual(refused('invalid_cursor'));
  });
});
