import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Message } from '../../../shared/message.ts';
import { callAs, succeed } from '../../testing/api.ts';
import { createChannel, pagesOf, postAll, textsOf } from '../../testing/conversations.ts';
import { createWorkspace, joinWorkspace, type Somebody } from '../../testing/people.ts';

const texts = [...Array(12).keys()].map((n) => `message ${n}`);

let owner: Somebody;
let channel: string;
let posted: string[];
beforeAll(async () => {
  owner = await createWorkspace();
  channel = await createChannel(owner);
  posted = await postAll(owner, channel, texts);
});

const history = (args: object = {}) => succeed(owner, 'conversations.history', { channel, ...args });
const ts = (index: number): string => posted[index] ?? '';
const from = (start: number, end: number): string[] => texts.slice(start, end + 1).toReversed();

async function walk(args: object): Promise<string[]> {
  const pages = await pagesOf(owner, 'conversations.history', { channel, ...args });
  return pages.flatMap(textsOf);
}

describe('conversations.history', () => {
  it('is newest first, and says how many pins there are', async () => {
    const answer = await history();
    expect(textsOf(answer)).toEqual(texts.toReversed());
    expect(answer).toMatchObject({ has_more: false, pin_count: 0, response_metadata: { next_cursor: '' } });
  });

  it('says up to where in the log it is complete', async () => {
    const { epoch, seq } = await history();
    expect(epoch).toEqual(expect.any(String));
    const [last] = await postAll(owner, await createChannel(owner), ['elsewhere']);
    expect(await history()).toMatchObject({ epoch, seq });
    expect(last).toBeDefined();
  });

  it('pages back, each message once', async () => {
    expect(await history({ limit: 5 })).toMatchObject({ has_more: true });
    expect(await walk({ limit: 5 })).toEqual(texts.toReversed());
  });

  it('leaves out the bounds unless they are to count', async () => {
    const bounds = { oldest: ts(3), latest: ts(6) };
    expect(textsOf(await history(bounds))).toEqual(from(4, 5));
    expect(textsOf(await history({ ...bounds, inclusive: true }))).toEqual(from(3, 6));
  });

  it('begins next to `oldest` when nothing bounds it from above, and goes forward', async () => {
    const answer = await history({ oldest: ts(3), limit: 2 });
    expect(textsOf(answer)).toEqual(from(4, 5));
    expect(answer).toMatchObject({ has_more: true });
    const pages = await pagesOf(owner, 'conversations.history', { channel, oldest: ts(3), limit: 2 });
    expect(pages.map(textsOf)).toEqual([from(4, 5), from(6, 7), from(8, 9), from(10, 11)]);
  });

  it('takes zero as the oldest for no bound, as clients of Slack write it', async () => {
    expect(textsOf(await history({ oldest: '0', limit: 2 }))).toEqual(from(10, 11));
    expect(textsOf(await history({ oldest: 0, latest: 'now', limit: 2 }))).toEqual(from(10, 11));
  });

  it('takes seconds with any number of decimals', async () => {
    const seconds = Number(ts(0).split('.')[0]);
    expect(textsOf(await history({ oldest: String(seconds - 10), latest: `${seconds + 100}.1234567` }))).toEqual(
      texts.toReversed(),
    );
  });

  it('with any bounds, limit and direction walks over the same messages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.option(fc.nat(11), { nil: undefined }),
        fc.option(fc.nat(11), { nil: undefined }),
        fc.boolean(),
        fc.integer({ min: 2, max: 13 }),
        async (oldest, latest, inclusive, limit) => {
          const bounds = {
            ...(oldest === undefined ? {} : { oldest: ts(oldest) }),
            ...(latest === undefined ? {} : { latest: ts(latest) }),
          };
          const shift = inclusive ? 0 : 1;
          const expected = texts.slice((oldest ?? -shift) + shift, (latest ?? 11 + shift) - shift + 1);
          const walked = await walk({ ...bounds, inclusive, limit });
          expect(walked.toSorted()).toEqual(expected.toSorted());
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);

  it('gives at most 999 at once, whatever the limit', async () => {
    expect(textsOf(await history({ limit: 100_000 }))).toEqual(texts.toReversed());
  });

  it('leaves replies to their thread, but for those sent to the channel too', async () => {
    const other = await createChannel(owner);
    const [root] = await postAll(owner, other, ['root']);
    await postAll(owner, other, ['reply'], { thread_ts: root });
    await postAll(owner, other, ['for all'], { thread_ts: root, reply_broadcast: true });
    const answer = await succeed(owner, 'conversations.history', { channel: other });
    expect(textsOf(answer)).toEqual(['for all', 'root']);
    expect(answer['messages']).toMatchObject([
      { text: 'for all', subtype: 'thread_broadcast', thread_ts: root },
      { text: 'root', thread_ts: root, reply_count: 2 },
    ]);
  });

  it('of a public channel is for everybody in the workspace, also for who is not in it', async () => {
    const member = await joinWorkspace(owner);
    expect(textsOf(await succeed(member, 'conversations.history', { channel }))).toEqual(texts.toReversed());
  });

  it.each([
    ['a latest that is no moment', { latest: 'yesterday' }, 'invalid_ts_latest'],
    ['an oldest that is no moment', { oldest: '12:30' }, 'invalid_ts_oldest'],
    ['an oldest of another type', { oldest: { a: 1 } }, 'invalid_ts_oldest'],
    ['a cursor that it did not give out', { cursor: 'dXNlcjpVMDYxTkZUVDI=' }, 'invalid_cursor'],
    ['a limit below zero', { limit: -1 }, 'invalid_limit'],
  ])('refuses %s', async (_what, args, error) => {
    expect(await callAs(owner, 'conversations.history', { channel, ...args })).toMatchObject({ ok: false, error });
  });

  it('refuses a cursor of another list', async () => {
    const page = await succeed(owner, 'conversations.list', { limit: 1 });
    const { next_cursor: cursor } = z.object({ next_cursor: z.string().min(1) }).parse(page['response_metadata']);
    expect(await callAs(owner, 'conversations.history', { channel, cursor })).toEqual({
      ok: false,
      error: 'invalid_cursor',
    });
  });
});

describe('conversations.replies', () => {
  let root: string;
  let replies: string[];
  beforeAll(async () => {
    [root = ''] = await postAll(owner, channel, ['root']);
    replies = await postAll(owner, channel, ['a', 'b', 'c', 'd', 'e'], { thread_ts: root });
  });

  const thread = (args: object = {}) => succeed(owner, 'conversations.replies', { channel, ts: root, ...args });

  it('says at the root whether the caller follows the thread, and up to where they have read it', async () => {
    const reader = await joinWorkspace(owner);
    const rootFor = async (who: Somebody) =>
      z.array(Message).parse((await callAs(who, 'conversations.replies', { channel, ts: root }))['messages'])[0];
    expect(await rootFor(owner)).toMatchObject({ subscribed: true, last_read: expect.stringMatching(/^\d+\.\d{6}$/) });
    expect(await rootFor(reader)).toMatchObject({ subscribed: false, last_read: root });
    expect(z.array(Message).parse((await thread({ ts: ts(0) }))['messages'])).toEqual([
      expect.not.objectContaining({ subscribed: expect.anything() }),
    ]);
  });

  it('is the root, then its replies, oldest first', async () => {
    const answer = await thread();
    expect(textsOf(answer)).toEqual(['root', 'a', 'b', 'c', 'd', 'e']);
    expect(answer['messages']).toMatchObject([
      { reply_count: 5, reply_users: [owner.userId], latest_reply: replies.at(-1) },
      { thread_ts: root, parent_user_id: owner.userId },
      {},
      {},
      {},
      {},
    ]);
    expect(answer).toMatchObject({ has_more: false });
  });

  it('is found by a reply too', async () => {
    expect(textsOf(await thread({ ts: replies[2] }))).toEqual(['root', 'a', 'b', 'c', 'd', 'e']);
  });

  it('of a message that nobody replied to is that message', async () => {
    expect(textsOf(await thread({ ts: ts(0) }))).toEqual(['message 0']);
  });

  it('pages forward, and begins each page with the root', async () => {
    const pages = await pagesOf(owner, 'conversations.replies', { channel, ts: root, limit: 2 });
    expect(pages.map(textsOf)).toEqual([
      ['root', 'a', 'b'],
      ['root', 'c', 'd'],
      ['root', 'e'],
    ]);
  });

  it('takes bounds', async () => {
    const bounds = { oldest: replies[0], latest: replies[3] };
    expect(textsOf(await thread(bounds))).toEqual(['root', 'b', 'c']);
    expect(textsOf(await thread({ ...bounds, inclusive: true }))).toEqual(['root', 'a', 'b', 'c', 'd']);
  });

  it.each([
    ['a message that there is not', { ts: '1.000000' }, 'thread_not_found'],
    ['what is no timestamp', { ts: 'root' }, 'thread_not_found'],
    ['a latest that is no moment', { latest: 'x' }, 'invalid_ts_latest'],
    ['an oldest that is no moment', { oldest: 'x' }, 'invalid_ts_oldest'],
    ['a cursor that it did not give out', { cursor: 'x' }, 'invalid_cursor'],
    ['a limit below zero', { limit: -1 }, 'invalid_limit'],
  ])('refuses %s', async (_what, args, error) => {
    expect(await callAs(owner, 'conversations.replies', { channel, ts: root, ...args })).toMatchObject({
      ok: false,
      error,
    });
  });

  it('refuses to guess which thread', async () => {
    expect(await callAs(owner, 'conversations.replies', { channel })).toEqual({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: ts'] },
    });
  });
});
