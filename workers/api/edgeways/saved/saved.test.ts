import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callAs, succeed } from '../../../testing/api.ts';
import { createChannel, pagesOf, postAll } from '../../../testing/conversations.ts';
import { isUnreachable } from '../../../testing/unreachable.ts';
import { createToken, createWorkspace, joinWorkspace, type Somebody } from '../../../testing/people.ts';

let ann: Somebody;
let bob: Somebody;
let owner: Somebody;
let channel: string;
let first: string;
let second: string;

beforeAll(async () => {
  owner = await createWorkspace();
  ann = await joinWorkspace(owner);
  bob = await joinWorkspace(owner);
  channel = await createChannel(ann, { isPrivate: true, members: [bob] });
  [first = '', second = ''] = await postAll(ann, channel, ['first', 'second']);
});

const refused = (error: string) => ({ ok: false, error });
const Saved = z.array(
  z.looseObject({
    ts: z.string(),
    due: z.number().nullable(),
    message: z.looseObject({ text: z.string() }).nullable(),
  }),
);
async function saved(who: Somebody, state?: string) {
  const answer = await succeed(who, 'edgeways.saved.list', state === undefined ? {} : { state });
  return Saved.parse(answer['saved']);
}
const soon = () => Math.floor(Date.now() / 1000) + 3600;

describe('edgeways.saved', () => {
  it('keeps messages for later, the last that was saved first, with what they say now', async () => {
    await succeed(ann, 'edgeways.saved.add', { channel, ts: first });
    await succeed(ann, 'edgeways.saved.add', { channel, ts: second, due: soon() });
    await succeed(ann, 'chat.update', { channel, ts: first, text: 'first, but better' });
    expect(await saved(ann)).toMatchObject([
      { channel, ts: second, is_done: false, due: expect.any(Number), message: { text: 'second' } },
      { channel, ts: first, is_done: false, due: null, message: { text: 'first, but better' } },
    ]);
    expect(await saved(bob)).toEqual([]);
    const pages = await pagesOf(ann, 'edgeways.saved.list', { limit: 1 });
    expect(pages.flatMap((page) => Saved.parse(page['saved'])).map(({ ts }) => ts)).toEqual([second, first]);
  });

  it('says in which thread a reply is', async () => {
    const [reply = ''] = await postAll(bob, channel, ['reply'], { thread_ts: first });
    await succeed(bob, 'edgeways.saved.add', { channel, ts: reply });
    expect(await saved(bob)).toMatchObject([{ ts: reply, thread_ts: first }]);
    await succeed(bob, 'edgeways.saved.remove', { channel, ts: reply });
    expect(await saved(bob)).toEqual([]);
  });

  it('moves between what is to be done and what is done, and changes when to be reminded', async () => {
    const due = soon();
    await succeed(ann, 'edgeways.saved.update', { channel, ts: first, is_done: true });
    await succeed(ann, 'edgeways.saved.update', { channel, ts: second, due: String(due) });
    expect((await saved(ann)).map((entry) => [entry.ts, entry.due])).toEqual([[second, due]]);
    expect((await saved(ann, 'done')).map(({ ts }) => ts)).toEqual([first]);
    await succeed(ann, 'edgeways.saved.update', { channel, ts: second, due: '' });
    await succeed(ann, 'edgeways.saved.update', { channel, ts: first, is_done: false });
    expect((await saved(ann)).map((entry) => [entry.ts, entry.due])).toEqual([
      [second, null],
      [first, null],
    ]);
  });

  it('lists what is gone without its message, so that it can be taken off', async () => {
    const [ts = ''] = await postAll(ann, channel, ['to be deleted']);
    await succeed(bob, 'edgeways.saved.add', { channel, ts });
    await succeed(ann, 'chat.delete', { channel, ts });
    expect(await saved(bob)).toMatchObject([{ ts, message: null }]);
    await succeed(bob, 'edgeways.saved.remove', { channel, ts });
  });

  it('does not take a message for gone whose channel does not answer', async () => {
    const lifted = isUnreachable(channel);
    const answer = await succeed(ann, 'edgeways.saved.list');
    lifted();
    expect(answer).toMatchObject({ saved: [], unreachable: [channel] });
    expect(await saved(ann)).toHaveLength(2);
  });

  it('shows nothing of a channel to somebody who was removed from it', async () => {
    await succeed(bob, 'edgeways.saved.add', { channel, ts: second });
    await succeed(ann, 'conversations.kick', { channel, user: bob.userId });
    expect(await saved(bob)).toMatchObject([{ ts: second, message: null }]);
    expect(await callAs(bob, 'edgeways.saved.add', { channel, ts: first })).toEqual(refused('channel_not_found'));
    await succeed(bob, 'edgeways.saved.remove', { channel, ts: second });
    await succeed(ann, 'conversations.invite', { channel, users: bob.userId });
  });

  it('refuses what is not there, what is not saved, and the past', async () => {
    const at = { channel, ts: '1700000000.000001' };
    expect(await callAs(ann, 'edgeways.saved.add', at)).toEqual(refused('message_not_found'));
    expect(await callAs(ann, 'edgeways.saved.add', { ...at, channel: 'D0' })).toEqual(refused('channel_not_found'));
    expect(await callAs(ann, 'edgeways.saved.update', at)).toEqual(refused('not_starred'));
    expect(await callAs(ann, 'edgeways.saved.remove', at)).toEqual(refused('not_starred'));
    expect(await callAs(ann, 'edgeways.saved.add', { channel, ts: 'soon' })).toEqual(refused('invalid_timestamp'));
    expect(await callAs(ann, 'edgeways.saved.add', { channel, ts: first, due: 1000 })).toEqual(refused('time_in_past'));
    const update = { channel, ts: first, due: 'tomorrow' };
    expect(await callAs(ann, 'edgeways.saved.update', update)).toMatchObject(refused('invalid_arguments'));
  });

  it('is open to a token with the scopes for stars, one for reading and one for writing', async () => {
    const reading = await createToken(ann, ['stars:read']);
    expect(await callAs(reading, 'edgeways.saved.list')).toMatchObject({ ok: true });
    expect(await callAs(reading, 'edgeways.saved.add', { channel, ts: first })).toMatchObject(refused('missing_scope'));
  });
});
