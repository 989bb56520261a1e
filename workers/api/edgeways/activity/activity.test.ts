import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { callAs, succeed } from '../../../testing/api.ts';
import { createChannel, pagesOf, postAll } from '../../../testing/conversations.ts';
import { openDevice, type Device } from '../../../testing/device.ts';
import { isUnreachable } from '../../../testing/unreachable.ts';
import { createToken, createWorkspace, joinWorkspace, type Somebody } from '../../../testing/people.ts';

let owner: Somebody;
let ann: Somebody;
let bob: Somebody;
let channel: string;
let device: Device;

beforeAll(async () => {
  owner = await createWorkspace();
  ann = await joinWorkspace(owner);
});
beforeEach(async () => {
  bob = await joinWorkspace(owner);
  channel = await createChannel(ann, { isPrivate: true, members: [bob] });
  device = await openDevice(bob);
});

afterEach(() => {
  vi.restoreAllMocks();
});

const refused = (error: string) => ({ ok: false, error });
const Activity = z.object({
  items: z.array(
    z.object({
      item: z.looseObject({ kind: z.string(), at: z.number() }),
      message: z.looseObject({ text: z.string() }).nullable(),
      is_read: z.boolean(),
    }),
  ),
  newest_at: z.number(),
  read_until: z.number(),
});
const list = async (who: Somebody, args: object = {}) =>
  Activity.parse(await succeed(who, 'edgeways.activity.list', args));
const texts = async () => (await list(bob)).items.map(({ message }) => message?.text);

/** Calls Bob in a message; its `ts`, once he was told. */
async function call(text: string): Promise<string> {
  const [ts = ''] = await postAll(ann, channel, [`<@${bob.userId}> ${text}`]);
  await device.until((frame) => frame.type === 'activity' && frame.item?.ts === ts);
  return ts;
}

describe('edgeways.activity', () => {
  it('lists what one was told of, newest first, with what the messages say now', async () => {
    const first = await call('first');
    await call('second');
    await succeed(ann, 'chat.update', { channel, ts: first, text: `<@${bob.userId}> changed` });
    const { items, read_until: readUntil } = await list(bob);
    expect(items).toMatchObject([
      { item: { kind: 'mention', channel, user: ann.userId }, message: { text: `<@${bob.userId}> second` } },
      { item: { kind: 'mention', channel, ts: first }, message: { text: `<@${bob.userId}> changed` } },
    ]);
    expect(readUntil).toBe(0);
    expect((await list(ann)).items).toEqual([]);
  });

  it('loses the lines of a channel that does not answer, and those alone, until it answers', async () => {
    await call('here');
    const other = await createChannel(ann, { members: [bob] });
    const [ts = ''] = await postAll(ann, other, [`<@${bob.userId}> there`]);
    await device.until((frame) => frame.type === 'activity' && frame.item?.ts === ts);
    const all = await list(bob);
    expect(all.items).toHaveLength(2);
    const lifted = isUnreachable(channel);
    expect(await succeed(bob, 'edgeways.activity.list')).toMatchObject({
      items: [{ item: { channel: other }, message: { text: `<@${bob.userId}> there` } }],
      unreachable: [channel],
    });
    lifted();
    expect(await list(bob)).toEqual(all);
  });

  it('goes page by page, and by kinds', async () => {
    for (const text of ['1', '2', '3']) await call(text);
    const pages = await pagesOf(bob, 'edgeways.activity.list', { limit: 2 });
    expect(pages.map((page) => Activity.parse(page).items.length)).toEqual([2, 1]);
    expect((await list(bob, { kinds: 'reaction,reply' })).items).toEqual([]);
    expect((await list(bob, { kinds: 'reaction,mention' })).items).toHaveLength(3);
  });

  it('remembers up to when it was looked at', async () => {
    await call('look');
    const at = (await list(bob)).items[0]?.item.at;
    await succeed(bob, 'edgeways.activity.mark', { at });
    await succeed(bob, 'edgeways.activity.mark', { at: 1 });
    expect((await list(bob)).read_until).toBe(at);
  });

  it('has one line for all reactions to a message, and none once they were taken back', async () => {
    const [ts = ''] = await postAll(bob, channel, ['what do you think?']);
    for (const name of ['tada', 'eyes']) {
      await succeed(ann, 'reactions.add', { channel, timestamp: ts, name });
      await device.until((frame) => frame.type === 'activity' && frame.item?.emoji === name);
    }
    const listed = await list(bob);
    expect(listed.items).toMatchObject([
      { item: { kind: 'reaction', ts }, message: { reactions: [{ name: 'tada' }, { name: 'eyes' }] } },
    ]);
    for (const name of ['tada', 'eyes']) await succeed(ann, 'reactions.remove', { channel, timestamp: ts, name });
    await succeed(bob, 'reactions.add', { channel, timestamp: ts, name: 'eyes' });
    expect(await list(bob)).toEqual({ ...listed, items: [] });
  });

  it('says of a line that its message was read in its channel', async () => {
    const ts = await call('read me');
    expect((await list(bob)).items).toMatchObject([{ is_read: false }]);
    await succeed(bob, 'conversations.mark', { channel, ts });
    await device.until((frame) => frame.type === 'activity' && frame.item === undefined && !frame.has_new);
    expect((await list(bob)).items).toMatchObject([{ is_read: true }]);
  });

  it('says nothing of a message that is gone, or of a channel that one was removed from', async () => {
    const gone = await call('gone');
    await call('stays');
    await succeed(ann, 'chat.delete', { channel, ts: gone });
    expect(await texts()).toEqual([`<@${bob.userId}> stays`]);
    await succeed(ann, 'conversations.kick', { channel, user: bob.userId });
    expect((await list(bob)).items).toEqual([]);
  });

  it('refuses kinds, times and cursors that are none, and tokens that are not for a client', async () => {
    expect(await callAs(bob, 'edgeways.activity.list', { kinds: 'gossip' })).toMatchObject(
      refused('invalid_arguments'),
    );
    expect(await callAs(bob, 'edgeways.activity.list', { cursor: 'x' })).toEqual(refused('invalid_cursor'));
    expect(await callAs(bob, 'edgeways.activity.mark', { at: 'now' })).toMatchObject(refused('invalid_arguments'));
    const token = await createToken(bob, ['channels:history', 'groups:history']);
    expect(await callAs(token, 'edgeways.activity.list')).toMatchObject(refused('missing_scope'));
  });
});
