import { beforeAll, expect, test } from 'vitest';
import { withListenedChannel } from '../../testing/listened-channel.ts';
import { ann, bob, newWorkspace } from '../../testing/workspace.ts';
import type { Channel } from '../context.ts';
import { doDelete } from '../messages/edit.ts';
import { newsOf, rememberTold } from './news.ts';
import { setOnTheirWay } from './on-their-way.ts';
import { doPost } from '../messages/post.ts';
import { doMark } from '../unread/read-state.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});

const members = ['UANN', 'UBOB'];

function call(channel: Channel): string {
  const posted = doPost(channel, ann, { text: 'hello <@UBOB>' }, () => 0);
  if (!posted.ok) throw new Error(posted.error);
  return posted.ts;
}

const bobKnows = ({ sql }: Channel) => sql.exec("SELECT knows FROM members WHERE user_id = 'UBOB'").one()['knows'];

test('a word that another has overtaken says nothing, even where things are again as it told them', async () => {
  await withListenedChannel(
    workspace,
    async ({ channel }) => {
      const ts = call(channel);
      const slow = newsOf(channel, 'UBOB');
      doDelete(channel, ann, ts);
      const quick = newsOf(channel, 'UBOB');
      expect(rememberTold(channel, 'UBOB', quick.receipt, 'call')).toBe(false);
      call(channel);
      expect(slow.news.entry).toMatchObject({ ...newsOf(channel, 'UBOB').news.entry, latest: ts });
      expect(rememberTold(channel, 'UBOB', slow.receipt, 'call')).toBe(true);
      expect(bobKnows(channel)).toBe(2);
    },
    { members },
  );
});

test('a call does not settle what a queue may still bring, and what the queue brought is settled by its own report', async () => {
  await withListenedChannel(
    workspace,
    async ({ channel }) => {
      const ts = call(channel);
      expect(setOnTheirWay(channel.sql, ['UBOB'], 0)).toEqual(['UBOB']);
      const queued = newsOf(channel, 'UBOB');
      doMark(channel, bob, ts);
      const called = newsOf(channel, 'UBOB');
      expect(rememberTold(channel, 'UBOB', called.receipt, 'call')).toBe(false);
      expect(bobKnows(channel)).toBe(3);
      expect(rememberTold(channel, 'UBOB', queued.receipt, 'queue')).toBe(true);
      expect(bobKnows(channel)).toBe(2);
      const last = newsOf(channel, 'UBOB');
      expect(rememberTold(channel, 'UBOB', last.receipt, 'call')).toBe(false);
      expect(bobKnows(channel)).toBe(0);
    },
    { members },
  );
});

test('the report of a chunk that an earlier process read is not relied on', async () => {
  await withListenedChannel(
    workspace,
    async (listened) => {
      call(listened.channel);
      setOnTheirWay(listened.channel.sql, ['UBOB'], 0);
      const { receipt } = newsOf(listened.channel, 'UBOB');
      const { channel } = listened.restart();
      expect(rememberTold(channel, 'UBOB', receipt, 'queue')).toBe(true);
      expect(bobKnows(channel)).toBe(2);
    },
    { members },
  );
});

test('somebody who is out is told so, and nothing else', async () => {
  await withListenedChannel(
    workspace,
    async ({ channel }) => {
      expect(newsOf(channel, 'UCAT').news).toEqual({
        channel: channel.row.id,
        seq: channel.seq,
        entry: null,
        threads: [],
        unfollowed: [],
        here: [],
        activity: [],
        uncalled: [],
        notices: [],
      });
    },
    { members },
  );
});
