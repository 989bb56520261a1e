import { expect, test } from 'vitest';
import { kindOf, type ChannelEvent, type EventKind } from '../../shared/events.ts';
import type { HelloFrame } from '../../shared/protocol/channel-socket.ts';
import { emptyChannelState, type ChannelState } from './channel-state.ts';
import { MessageList } from './message-list.ts';
import { applyEvents, applySnapshot, reduceChannel } from './reduce.ts';
import { asHeard } from '../testing/fake-audience.ts';
import { FakeChannel } from '../testing/fake-channel.ts';
import { expectSameAsFetch } from '../testing/same-as-fetch.ts';

const me = 'U1';
const edit = { kind: 'edit', blocks: undefined, editedBefore: undefined, attempt: 1 } as const;

function helloOf(channel: FakeChannel, limit = 100): HelloFrame {
  const { epoch, seq } = channel;
  return { type: 'hello', protocol: 1, epoch, seq, resumed: false, snapshot: channel.snapshot(me, limit) };
}

function fetchState(channel: FakeChannel, limit?: number): ChannelState {
  return applySnapshot(emptyChannelState(channel.info.id, me), helloOf(channel, limit));
}

/** With a thread opened, as `conversations.replies` gives it. */
function withThread(state: ChannelState, channel: FakeChannel, root: string): ChannelState {
  return { ...state, threads: new Map(state.threads).set(root, MessageList.from(channel.replies(root))) };
}

function newChannel(): FakeChannel {
  return new FakeChannel('C1AA', 'general', [me, 'U2', 'U3']);
}

/** Events after `seq`, as a live client got them: with the words that the log may have forgotten since. */
function recordEvents(channel: FakeChannel): ChannelEvent[] {
  const events: ChannelEvent[] = [];
  channel.listeners.add((_seq, event) => events.push(event));
  return events;
}

/** How each kind of event comes about, given a channel with a root, a reply and a plain message. */
interface Given {
  channel: FakeChannel;
  root: string;
  reply: string;
  plain: string;
}
const causes: Record<EventKind, ((given: Given) => void)[]> = {
  message: [
    ({ channel }) => channel.post({ user: 'U2', text: 'plain' }),
    ({ channel, root }) => channel.post({ user: 'U3', text: 'reply', threadTs: root }),
    ({ channel, root }) => channel.post({ user: 'U3', text: 'both', threadTs: root, isBroadcast: true }),
    ({ channel, plain }) => channel.post({ user: 'U3', text: 'first reply', threadTs: plain }),
    ({ channel }) => channel.setTopic('U2', 'harbour works'),
  ],
  message_changed: [
    ({ channel, plain }) => channel.edit('U2', plain, 'other words'),
    ({ channel, root }) => channel.edit('U2', root, 'other words'),
    ({ channel, reply }) => channel.edit('U3', reply, 'other words'),
  ],
  message_deleted: [
    ({ channel, plain }) => channel.remove('U2', plain),
    ({ channel, root }) => channel.remove('U2', root),
    ({ channel, reply }) => channel.remove('U3', reply),
    ({ channel, root, reply }) => {
      channel.remove('U2', root);
      channel.remove('U3', reply);
    },
  ],
  reaction_added: [
    ({ channel, plain }) => channel.react('U2', plain, 'tada'),
    ({ channel, reply }) => channel.react('U2', reply, 'tada'),
  ],
  reaction_removed: [
    ({ channel, root }) => channel.react('U2', root, 'eyes'),
    ({ channel, root }) => {
      channel.react('U3', root, 'tada');
      channel.react('U3', root, 'tada');
    },
  ],
  pin_added: [({ channel, plain }) => channel.pin('U2', plain)],
  pin_removed: [({ channel, root }) => channel.pin('U2', root)],
  member_joined_channel: [({ channel }) => channel.join('U4')],
  member_left_channel: [({ channel }) => channel.leave('U2'), ({ channel }) => channel.leave(me)],
  bookmarks_changed: [({ channel }) => channel.setBookmarks('U2', ['tides', 'charts'])],
  // These two have tests of their own, below.
  channel_created: [],
  channel_rename: [({ channel }) => channel.rename('U2', 'harbour')],
  channel_archive: [({ channel }) => channel.setArchived('U2', true)],
  channel_unarchive: [
    ({ channel }) => {
      channel.setArchived('U2', true);
      channel.setArchived('U2', false);
    },
  ],
  history_imported: [],
};

function given(): Given {
  const channel = newChannel();
  const { ts: root } = channel.post({ user: 'U2', text: 'root' });
  const { ts: reply } = channel.post({ user: 'U3', text: 'reply', threadTs: root });
  const { ts: plain } = channel.post({ user: 'U2', text: 'plain' });
  channel.react('U2', root, 'eyes');
  channel.pin('U2', root);
  return { channel, root, reply, plain };
}

const cases = Object.entries(causes).flatMap(([kind, ways]) => ways.map((cause, way) => ({ kind, way, cause })));

test.each(cases)('$kind ($way): replaying equals fetching, and twice is as good as once', ({ kind, cause }) => {
  const world = given();
  const before = withThread(fetchState(world.channel), world.channel, world.root);
  const events = recordEvents(world.channel);
  cause(world);
  expect(events.map(kindOf)).toContain(kind);
  const after = applyEvents(before, before.seq + 1, events);
  if (after === null) throw new Error('nothing was missing');
  expectSameAsFetch(after, world.channel);

  const twice = events.reduce((state, event) => reduceChannel(reduceChannel(state, event), event), before);
  expect({ ...twice, seq: after.seq }).toEqual(after);
});

test('an import into the past asks for a fresh snapshot', () => {
  const channel = newChannel();
  const before = fetchState(channel);
  channel.importMessage('U2', 'years ago');
  const after = applyEvents(before, before.seq + 1, channel.eventsAfter(before.epoch ?? '', before.seq) ?? []);
  expect(after).toMatchObject({ isStale: true, epoch: null });
});

test('the creation of a channel changes nothing', () => {
  const before = fetchState(newChannel());
  const created: ChannelEvent = {
    type: 'channel_created',
    channel: 'C1AA',
    event_ts: '1600000000.000001',
    name: 'general',
    creator: 'U2',
    channel_type: 'channel',
  };
  expect(reduceChannel(before, created)).toEqual(before);
});

test('a resumed log in which a root was deleted before its words were heard gives the tombstone', () => {
  const channel = newChannel();
  const before = fetchState(channel);
  const { ts: root } = channel.post({ user: 'U2', text: 'root' });
  channel.post({ user: 'U3', text: 'reply', threadTs: root });
  channel.remove('U2', root);
  const missed = channel.eventsAfter(channel.epoch, before.seq) ?? [];
  expect(missed.map(kindOf)).toEqual(['message_deleted', 'message', 'message_deleted']);
  const after = applyEvents(before, before.seq + 1, missed);
  if (after === null) throw new Error('nothing was missing');
  expect(after.messages.get(root)?.subtype).toBe('tombstone');
  expectSameAsFetch(after, channel);
});

test('a frame that was seen in part is applied from where it is new; one after a gap is not', () => {
  const channel = newChannel();
  const before = fetchState(channel);
  for (const text of ['one', 'two', 'three']) channel.post({ user: 'U2', text });
  const [one, ...others] = channel.eventsAfter(channel.epoch, before.seq) ?? [];
  if (one === undefined) throw new Error('three were posted');
  const first = applyEvents(before, before.seq + 1, [one]);
  expect(first && applyEvents(first, before.seq + 1, [one, ...others])).toMatchObject({ seq: channel.seq });
  expect(applyEvents(before, before.seq + 2, others)).toBeNull();
});

test('what is posted while an older stretch is shown goes to the parked live end', () => {
  const channel = newChannel();
  for (let count = 0; count < 20; count += 1) channel.post({ user: 'U2', text: `${count}` });
  const live = fetchState(channel, 5);
  const old = MessageList.from(channel.history({ oldest: '1600000000.000000', limit: 5 }).messages);
  const { messages, from, to } = live;
  const window = { messages: old, from: null, to: old.last?.ts ?? null, hasOlder: false, hasNewer: true };
  const before: ChannelState = { ...live, ...window, parked: { messages, from, to } };
  channel.post({ user: 'U2', text: 'new' });
  const after = applyEvents(before, before.seq + 1, channel.eventsAfter(channel.epoch, before.seq) ?? []);
  expect(after?.messages).toBe(old);
  expect(after?.parked?.messages.last?.text).toBe('new');
});

test('our own message takes the place of the pending one in the same change; another person’s with its id does not', () => {
  const channel = newChannel();
  const pending = { id: 'a', text: 'hi', createdAt: 0, status: 'sending', isSaved: true } as const;
  const before: ChannelState = { ...fetchState(channel), pending: [pending] };
  const events = recordEvents(channel);
  channel.post({ user: 'U2', text: 'hi', clientMsgId: 'a' });
  channel.post({ user: me, text: 'hi', clientMsgId: 'a' });
  const [theirs, ours] = events;
  if (!theirs || !ours) throw new Error('two were posted');
  const first = reduceChannel(before, theirs);
  expect(first.pending).toEqual([pending]);
  expect(reduceChannel(first, ours)).toMatchObject({ pending: [], messages: { length: 2 } });
});

test('an event that a page was ahead of does not undo what the page says', () => {
  const channel = newChannel();
  const events = recordEvents(channel);
  const before = fetchState(channel);
  const { ts } = channel.post({ user: 'U2', text: 'first words' });
  channel.edit('U2', ts, 'second words');
  const ahead: ChannelState = { ...before, messages: MessageList.from(channel.listed()) };
  const [posted] = events;
  if (!posted) throw new Error('a message was posted');
  expect(reduceChannel(ahead, posted).messages.get(ts)?.text).toBe('second words');
});

test('a reaction says all that the message has, so that a crowd is counted right whatever was heard before', () => {
  const channel = newChannel();
  const { ts } = channel.post({ user: 'U2', text: 'party' });
  const state = fetchState(channel);
  const events = recordEvents(channel);
  for (let person = 100; person < 160; person += 1) channel.react(`U${person}`, ts, 'tada');
  channel.react('U159', ts, 'tada');
  const last = events.at(-1);
  if (last === undefined) throw new Error('there were reactions');
  const expected = channel.listed()[0]?.reactions;
  expect(expected).toMatchObject([{ name: 'tada', count: 59 }]);
  expect(reduceChannel(state, last).messages.get(ts)?.reactions).toEqual(expected);
  expect([...events, ...events].reduce(reduceChannel, state).messages.get(ts)?.reactions).toEqual(expected);
});

test('an accepted edit is shown ahead of its event and no longer', () => {
  const channel = newChannel();
  const { ts } = channel.post({ user: me, text: 'helo' });
  const overlay = { ...edit, text: 'hello', isAccepted: true };
  const before: ChannelState = { ...fetchState(channel), overlays: new Map([[ts, overlay]]) };
  const events = recordEvents(channel);
  channel.edit(me, ts, 'hello');
  const after = events.reduce(reduceChannel, before);
  expect(after.overlays.size).toBe(0);
  expect(after.messages.get(ts)?.text).toBe('hello');
});

test('what an event does not touch keeps its identity', () => {
  const world = given();
  const before = withThread(fetchState(world.channel), world.channel, world.root);
  const events = recordEvents(world.channel);
  world.channel.post({ user: 'U2', text: 'new' });
  const after = events.reduce(reduceChannel, before);
  expect(after.messages.get(world.root)).toBe(before.messages.get(world.root));
  expect(after.threads).toBe(before.threads);
  expect(after.pending).toBe(before.pending);
  expect(after.info).toBe(before.info);
});

/** The events about replies as somebody hears them who has not opened the thread. */
test.each(cases)('$kind ($way): without the thread its root is kept as a fetch gives it', ({ cause }) => {
  const world = given();
  const before = fetchState(world.channel);
  const events = recordEvents(world.channel);
  cause(world);
  const heard = events.map((event) => asHeard(event, new Set()));
  const after = applyEvents(before, before.seq + 1, heard);
  if (after === null) throw new Error('nothing was missing');
  expectSameAsFetch(after, world.channel);
});

test('a snapshot keeps an older stretch on screen, marked stale, and parks the live end', () => {
  const channel = newChannel();
  channel.post({ user: 'U2', text: 'new' });
  const window = MessageList.from([{ type: 'message', ts: '1500000000.000000', text: 'old', user: 'U2' }]);
  const shown = { messages: window, from: '1500000000.000000', to: '1500000000.000000' };
  const before = { ...emptyChannelState('C1AA', me), ...shown, hasOlder: true, hasNewer: true };
  const after = applySnapshot(before, helloOf(channel));
  expect(after).toMatchObject({ isStale: true, hasNewer: true, generation: 1 });
  expect(after.messages).toBe(window);
  expect(after.parked?.messages.last?.text).toBe('new');
});
