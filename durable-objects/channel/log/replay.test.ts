import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { emptyChannelState, type ChannelState } from '../../../client/channel/channel-state.ts';
import { MessageList } from '../../../client/channel/message-list.ts';
import { applyEvents, applySnapshot } from '../../../client/channel/reduce.ts';
import { ChannelServerFrame } from '../../../shared/protocol/channel-socket.ts';
import { TestSocket } from '../../testing/socket.ts';
import { ann, bob, newChannel, newWorkspace } from '../../testing/workspace.ts';
import type { Message } from '../../../shared/message.ts';
import type { ChannelRpc } from '../channel-rpc.ts';
import type { Viewer } from '../context.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});

/** Applies what came over a socket, as the client does. */
function replay(socket: TestSocket, from: ChannelState): ChannelState {
  return socket.frames.reduce<ChannelState>((state, raw) => {
    const frame = ChannelServerFrame.parse(raw);
    if (frame.type === 'hello') return frame.resumed ? state : applySnapshot(state, frame);
    if (frame.type !== 'events') return state;
    const next = applyEvents(state, frame.seq, frame.events);
    if (!next) throw new Error('a gap');
    return next;
  }, from);
}

/** All that a person can see of the channel in this state. */
const visible = (state: ChannelState) => ({
  messages: [...state.messages],
  bookmarks: state.bookmarks,
  info: state.info,
  isMember: state.isMember,
  epoch: state.epoch,
  seq: state.seq,
});

/** One thing that somebody does; `pick` chooses among the messages that there are. */
const step = fc.record({
  act: fc.constantFrom(
    'post',
    'reply',
    'broadcast',
    'edit',
    'delete',
    'topic',
    'purpose',
    'rename',
    'archive',
    'leave',
    'join',
    'react',
    'unreact',
    'pin',
    'unpin',
    'unfurl',
    'withdraw preview',
    'add bookmark',
    'edit bookmark',
    'remove bookmark',
  ),
  pick: fc.nat(20),
  byBob: fc.boolean(),
});
type Step = { act: string; pick: number; byBob: boolean };

async function perform(channel: ChannelRpc, { act, pick, byBob }: Step, posted: string[], n: number): Promise<void> {
  const who = byBob ? bob : ann;
  const ts = posted[pick % Math.max(1, posted.length)] ?? '1.000000';
  const keep = (answer: { ok: boolean; ts?: string }) => answer.ok && answer.ts !== undefined && posted.push(answer.ts);
  const name = pick % 2 === 0 ? 'wave' : 'tada';
  if (act === 'post') keep(await channel.post(who, { text: `text ${n} ${link}`, clientMsgId: `id-${n}` }));
  else if (act === 'reply') keep(await channel.post(who, { text: `reply ${n} ${link}`, threadTs: ts }));
  else if (act === 'broadcast') keep(await channel.post(who, { text: `both ${n}`, threadTs: ts, broadcast: true }));
  else if (act === 'edit') await channel.edit(who, { ts, text: `edited ${n}` });
  else if (act === 'delete') await channel.remove(who, ts);
  else if (act === 'topic') {
    await channel.setTopic(who, pick === 0 ? '' : `topic ${n}`);
    const page = await channel.history(who, { limit: 1 });
    // Its line in the history may be edited or deleted like any other.
    if (page.ok) posted.push(...page.messages.map((message) => message.ts));
  } else if (act === 'purpose') await channel.setPurpose(who, `purpose ${n}`);
  else if (act === 'rename') await channel.rename(who, `name-${n}-${pick}`);
  else if (act === 'archive') {
    await channel.archive(ann);
    await channel.unarchive(ann);
  } else if (act === 'leave') await channel.leave(bob);
  else if (act === 'join') await channel.join(bob);
  else if (act === 'react') await channel.react(who, { ts, name });
  else if (act === 'unreact') await channel.unreact(who, { ts, name });
  else if (act === 'pin') await channel.pin(who, ts);
  else if (act === 'unpin') await channel.unpin(who, ts);
  else if (act === 'unfurl') await channel.unfurl(null, ts, [{ url: link, attachment: { title: `preview ${n}` } }]);
  else if (act === 'withdraw preview') await channel.removeUnfurl(who, ts, link);
  else await changeBookmark(channel, act, who, pick, n);
}

const link = 'https://example.com/page';

async function changeBookmark(channel: ChannelRpc, act: string, who: Viewer, pick: number, n: number): Promise<void> {
  const fields = { title: `bookmark ${n}`, link, emoji: '' };
  const present = await channel.bookmarks(who);
  const id = (present.ok && present.bookmarks[pick % present.bookmarks.length]?.id) || 'Bk0';
  if (act === 'add bookmark') await channel.addBookmark(who, fields);
  else if (act === 'edit bookmark') await channel.editBookmark(who, id, fields);
  else await channel.removeBookmark(who, id);
}

/** The state of a client that shows the thread from the beginning. */
function withThread(root: Message): ChannelState {
  const empty = emptyChannelState('C', ann.userId);
  return { ...empty, threads: new Map([[root.ts, MessageList.from([root])]]) };
}

async function threadOf(channel: ChannelRpc, root: string): Promise<Message[]> {
  const page = await channel.replies(ann, root, { limit: 999 });
  return page.ok ? page.messages : [];
}

test('whatever happens, a client that followed it, one that resumed, and one that opens afresh see the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), fc.nat(29), async (steps, drop) => {
      const { channel, stub } = await newChannel(workspace);
      const first = await channel.post(ann, { text: `the first ${link}` });
      if (!first.ok) throw new Error(first.error);
      const root = first.ts;
      const open = (query = '') => TestSocket.open(stub, ann, { query });
      // The follower gets replies in their light form; the two watchers show one thread.
      const follower = await open();
      const watcher = await open(`&threads=${root}`);
      const dropped = await open(`&threads=${root}`);
      await Promise.all([follower, watcher, dropped].map((socket) => socket.frame('hello')));
      const posted = [root];
      for (const [n, each] of steps.entries()) {
        if (n === drop) dropped.close();
        await perform(channel, each, posted, n);
      }
      if (drop >= steps.length) dropped.close();
      const left = replay(dropped, withThread(first.message));
      const resumed = await open(`&epoch=${left.epoch ?? ''}&seq=${left.seq}&threads=${root}`);
      const fresh = await open();
      const target = await fresh.until(() => {
        const hello = fresh.frames[0];
        return typeof hello?.['seq'] === 'number' ? hello['seq'] : undefined;
      });
      const reaches = (socket: TestSocket, from: ChannelState) =>
        socket.until(() => {
          if (socket.frames.length === 0) return undefined;
          const state = replay(socket, from);
          return state.seq >= target ? state : undefined;
        });
      const empty = emptyChannelState('C', ann.userId);
      const truth = visible(replay(fresh, empty));
      const thread = await threadOf(channel, root);
      expect(visible(await reaches(follower, empty))).toEqual(truth);
      for (const state of [await reaches(watcher, withThread(first.message)), await reaches(resumed, left)]) {
        expect(visible(state)).toEqual(truth);
        expect([...(state.threads.get(root) ?? [])]).toEqual(thread);
      }
      for (const socket of [follower, watcher, resumed, fresh]) socket.close();
    }),
    { numRuns: 25 },
  );
}, 120_000);
