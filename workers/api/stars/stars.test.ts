import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ChannelObject } from '../../../durable-objects/channel/channel.ts';
import { callAs, succeed } from '../../testing/api.ts';
import { createChannel, pagesOf, postAll } from '../../testing/conversations.ts';
import { createWorkspace, joinWorkspace, type Somebody } from '../../testing/people.ts';

let owner: Somebody;
let ann: Somebody;
let channel: string;
let secret: string;
let ts: string;

beforeAll(async () => {
  owner = await createWorkspace();
});
beforeEach(async () => {
  ann = await joinWorkspace(owner);
  channel = await createChannel(owner, { members: [ann] });
  secret = await createChannel(owner, { isPrivate: true, members: [ann] });
  [ts = ''] = await postAll(owner, secret, ['worth keeping']);
});

const refused = (error: string) => ({ ok: false, error });
const Items = z.array(z.looseObject({ type: z.string() }));
const starred = async (args: object = {}) => Items.parse((await succeed(ann, 'stars.list', args))['items']);

describe('stars', () => {
  it('are messages that are saved and conversations that are starred, in one list', async () => {
    await succeed(ann, 'stars.add', { channel });
    await succeed(ann, 'stars.add', { channel: secret });
    await succeed(ann, 'stars.add', { channel: secret, timestamp: ts });
    const items = await starred();
    expect(items).toHaveLength(3);
    expect(items).toContainEqual({ type: 'channel', channel, date_create: expect.any(Number) });
    expect(items).toContainEqual({ type: 'group', channel: secret, date_create: expect.any(Number) });
    const message = expect.objectContaining({ ts, text: 'worth keeping' });
    expect(items).toContainEqual({ type: 'message', channel: secret, message, date_create: expect.any(Number) });
    expect(await succeed(ann, 'edgeways.saved.list')).toMatchObject({ saved: [{ channel: secret, ts }] });
    await succeed(ann, 'stars.remove', { channel: secret, timestamp: ts });
    await succeed(ann, 'stars.remove', { channel });
    expect(await starred()).toMatchObject([{ type: 'group', channel: secret }]);
  });

  it('are paged by number or by cursor', async () => {
    const all = await postAll(owner, channel, ['1', '2', '3', '4', '5']);
    for (const timestamp of all) await succeed(ann, 'stars.add', { channel, timestamp });
    const pages = await pagesOf(ann, 'stars.list', { limit: 2 });
    expect(pages.map((page) => Items.parse(page['items']).length)).toEqual([2, 2, 1]);
    expect(await succeed(ann, 'stars.list', { count: 2, page: 3 })).toMatchObject({
      items: [{ type: 'message' }],
      paging: { count: 2, total: 5, page: 3, pages: 3 },
      response_metadata: { next_cursor: '' },
    });
  });

  it('are read in pieces that an answer between objects can hold', async () => {
    const asked = vi.spyOn(ChannelObject.prototype, 'messagesAt');
    const all = await postAll(
      owner,
      channel,
      Array.from({ length: 30 }, (_, n) => String(n)),
    );
    for (const timestamp of all) await succeed(ann, 'stars.add', { channel, timestamp });
    expect(await starred()).toHaveLength(30);
    expect(asked.mock.calls.map(([, tss]) => tss.length)).toEqual([25, 5]);
    asked.mockRestore();
  });

  it('show nothing of a channel to somebody who was removed from it', async () => {
    await succeed(ann, 'stars.add', { channel: secret });
    await succeed(ann, 'stars.add', { channel: secret, timestamp: ts });
    await succeed(owner, 'conversations.kick', { channel: secret, user: ann.userId });
    expect(await starred()).toEqual([]);
  });

  it('are added and removed once', async () => {
    const message = { channel: secret, timestamp: ts };
    await succeed(ann, 'stars.add', message);
    await succeed(ann, 'stars.add', { channel });
    expect(await callAs(ann, 'stars.add', message)).toEqual(refused('already_starred'));
    expect(await callAs(ann, 'stars.add', { channel })).toEqual(refused('already_starred'));
    await succeed(ann, 'stars.remove', message);
    await succeed(ann, 'stars.remove', { channel });
    expect(await callAs(ann, 'stars.remove', message)).toEqual(refused('not_starred'));
    expect(await callAs(ann, 'stars.remove', { channel })).toEqual(refused('not_starred'));
  });

  it('are refused for what is not named, not there, or not to be known of', async () => {
    const hidden = await createChannel(owner, { isPrivate: true });
    const [timestamp = ''] = await postAll(owner, hidden, ['hidden']);
    expect(await callAs(ann, 'stars.add', {})).toEqual(refused('no_item_specified'));
    expect(await callAs(ann, 'stars.remove', { timestamp })).toEqual(refused('no_item_specified'));
    expect(await callAs(ann, 'stars.add', { channel, timestamp: 'x' })).toEqual(refused('bad_timestamp'));
    expect(await callAs(ann, 'stars.add', { channel, timestamp })).toEqual(refused('message_not_found'));
    expect(await callAs(ann, 'stars.add', { channel: hidden })).toEqual(refused('channel_not_found'));
    expect(await callAs(ann, 'stars.add', { channel: hidden, timestamp })).toEqual(refused('channel_not_found'));
    expect(await callAs(ann, 'stars.list', { cursor: 'x' })).toEqual(refused('invalid_cursor'));
  });
});
