import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { emptyChannelState, type ChannelState } from '../../client/channel-state.ts';
import { applyEvents, applySnapshot } from '../../client/reduce.ts';
import { ChannelServerFrame } from '../../shared/protocol/channel-socket.ts';
import { TestSocket } from '../testing/socket.ts';
import { ann, bob, newChannel, newWorkspace } from '../testing/workspace.ts';
import type { ChannelRpc } from './channel-rpc.ts';

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
  ),
  pick: fc.nat(20),
  byBob: fc.boolean(),
});
type Step = { act: string; pick: number; byBob: boolean };

async function perform(channel: ChannelRpc, { act, pick, byBob }: Step, posted: string[], n: number): Promise<void> {
  const who = byBob ? bob : ann;
  const ts = posted[pick % Math.max(1, posted.length)] ?? '1.000000';
  const keep = (answer: { ok: boolean; ts?: string }) => answer.ok && answer.ts !== undefined && posted.push(answer.ts);
  if (act === 'post') keep(await channel.post(who, { text: `text ${n}`, clientMsgId: `id-${n}` }));
  else if (act === 'reply') keep(await channel.post(who, { text: `reply ${n}`, threadTs: ts }));
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
  else await channel.join(bob);
}

test('whatever happens, a client that followed it, one that resumed, and one that opens afresh see the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), fc.nat(24), async (steps, drop) => {
      const { channel, stub } = await newChannel(workspace);
      const follower = await TestSocket.open(stub, ann);
      const dropped = await TestSocket.open(stub, ann);
      await Promise.all([follower.frame('hello'), dropped.frame('hello')]);
      const posted: string[] = [];
      for (const [n, each] of steps.entries()) {
        if (n === drop) dropped.close();
        await perform(channel, each, posted, n);
      }
      if (drop >= steps.length) dropped.close();
      const left = replay(dropped, emptyChannelState('C', ann.userId));
      const resumed = await TestSocket.open(stub, ann, { query: `&epoch=${left.epoch ?? ''}&seq=${left.seq}` });
      const fresh = await TestSocket.open(stub, ann);
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
      const truth = visible(replay(fresh, emptyChannelState('C', ann.userId)));
      expect(visible(await reaches(follower, emptyChannelState('C', ann.userId)))).toEqual(truth);
      expect(visible(await reaches(resumed, left))).toEqual(truth);
      for (const socket of [follower, resumed, fresh]) socket.close();
    }),
    { numRuns: 25 },
  );
}, 120_000);
