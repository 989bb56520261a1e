import { expect } from 'vitest';
import type { Message } from '../../shared/message.ts';
import type { ChannelState } from '../channel/channel-state.ts';
import { covers, type Stretch } from '../channel/stretch.ts';
import { FakeRefusal, type FakeChannel } from './fake-channel.ts';

/** The state is what a client that fetches everything now would have, as far as the state reaches. */
export function expectSameAsFetch(state: ChannelState, channel: FakeChannel): void {
  const { messages, from, to, parked } = state;
  expect(state.info).toEqual(channel.info);
  expect(state.isMember).toBe(channel.members.has(state.self));
  expect({ epoch: state.epoch, seq: state.seq }).toEqual({ epoch: channel.epoch, seq: channel.seq });
  expect(state.bookmarks).toEqual(channel.bookmarks);
  expect(state.isStale).toBe(false);
  expectSameStretch({ messages, from, to }, channel);
  if (parked) expectSameStretch(parked, channel);
  expect(parked === null).toBe(to === null);
  for (const [root, thread] of state.threads) expect([...thread]).toEqual(repliesOf(channel, root));
}

function expectSameStretch(stretch: Stretch, channel: FakeChannel): void {
  const listed = channel.listed().filter((message) => covers(stretch, message.ts));
  expect([...stretch.messages]).toEqual(listed);
}

/** A thread that is gone altogether has no messages. */
function repliesOf(channel: FakeChannel, root: string): Message[] {
  try {
    return channel.replies(root);
  } catch (error) {
    if (error instanceof FakeRefusal) return [];
    throw error;
  }
}
