import { beforeEach, expect, test } from 'vitest';
import { ann, bob, newChannel, newWorkspace } from '../../testing/workspace.ts';
import type { ChannelRpc } from '../channel-rpc.ts';
import { fillPage, maxPageLength } from './fill-page.ts';

let channel: ChannelRpc;
beforeEach(async () => {
  ({ channel } = await newChannel(await newWorkspace()));
});

async function post(more = {}): Promise<string> {
  const posted = await channel.post(ann, {
    text: 'x'.repeat(40_000),
    attachments: [{ text: 'y'.repeat(55_000) }],
    ...more,
  });
  if (!posted.ok) throw new Error(posted.error);
  return posted.ts;
}

/** More large messages than an answer holds, of two authors since one may not write so many. */
const enough = Math.ceil(maxPageLength / 95_000) + 2;

test('a page takes what fits, and the first in any case', () => {
  const lengths = [maxPageLength + 1, 1];
  const lengthOf = (length: number) => length;
  expect(fillPage(lengths, lengthOf)).toEqual({ taken: lengths.slice(0, 1), hasMore: true });
  expect(fillPage([1, maxPageLength - 1, 1], lengthOf)).toEqual({ taken: [1, maxPageLength - 1], hasMore: true });
  expect(fillPage([1, 2], lengthOf)).toEqual({ taken: [1, 2], hasMore: false });
  expect(fillPage([1, 2, 3], lengthOf, 2)).toEqual({ taken: [1, 2], hasMore: true });
  expect(fillPage([], lengthOf)).toEqual({ taken: [], hasMore: false });
});

test('pins, named messages and ends of threads come in as many answers as they need, all of them once', async () => {
  const tss: string[] = [];
  for (let i = 0; i < enough; i += 1) {
    const ts = await post();
    await channel.pin(bob, ts);
    tss.push(ts);
  }

  const pinned: string[] = [];
  let answers = 0;
  for (let after = null, hasMore = true; hasMore; answers += 1) {
    const answer = await channel.pins(ann, after);
    if (!answer.ok) throw new Error(answer.error);
    ({ hasMore } = answer);
    pinned.push(...answer.pins.map(({ message }) => message.ts));
    const last = answer.pins.at(-1);
    after = last ? { created: last.created, ts: last.message.ts } : null;
  }
  expect([answers, pinned.toSorted()]).toEqual([2, tss]);

  const first = await channel.messagesAt(ann, tss);
  if (!first.ok) throw new Error(first.error);
  const second = await channel.messagesAt(ann, first.left);
  if (!second.ok) throw new Error(second.error);
  expect([...first.messages, ...second.messages].map(({ ts }) => ts)).toEqual(tss);
  expect([first.messages.length < enough, second.left]).toEqual([true, []]);

  const ends = await channel.newestReplies(ann, tss, 3);
  if (!ends.ok) throw new Error(ends.error);
  expect([...ends.threads.map(({ root }) => root.ts), ...ends.left]).toEqual(tss);
  expect(ends.left).not.toEqual([]);
  expect(await channel.newestReplies(ann, ends.left, 3)).toMatchObject({ ok: true, left: [] });
});
