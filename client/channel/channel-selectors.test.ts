import { expect, test } from 'vitest';
import type { Message } from '../../shared/message.ts';
import {
  findMessage,
  hasUnread,
  messageKey,
  pendingMessages,
  pinnedMessages,
  visibleMessages,
  visibleThread,
} from './channel-selectors.ts';
import { emptyChannelState, type ChannelState, type Mark, type Overlay } from './channel-state.ts';
import { MessageList } from './message-list.ts';

function message(second: number, fields: Partial<Message> = {}): Message {
  return { type: 'message', ts: `${1_600_000_000 + second}.000000`, user: 'U2', text: `text ${second}`, ...fields };
}

const unconfirmed = { isAccepted: false, attempt: 1 };
const edit: Overlay = { kind: 'edit', text: 'new words', blocks: undefined, editedBefore: undefined, ...unconfirmed };
const removal: Overlay = { kind: 'delete', ...unconfirmed };

function stateOf(messages: Message[], changes: Partial<ChannelState> = {}): ChannelState {
  return { ...emptyChannelState('C1AA', 'U1'), epoch: 'e', messages: MessageList.from(messages), ...changes };
}

test('an unconfirmed edit and deletion are shown, and what the server said is kept', () => {
  const first = message(1, { blocks: [{ type: 'rich_text' }] });
  const second = message(2);
  const overlays = new Map<string, Overlay>([
    [first.ts, edit],
    [second.ts, removal],
  ]);
  const state = stateOf([first, second], { overlays });
  const { blocks: _blocks, ...withoutBlocks } = first;
  expect(visibleMessages(state)).toEqual([{ ...withoutBlocks, text: 'new words' }]);
  expect(findMessage(state, first.ts)?.text).toBe('new words');
  expect(findMessage(state, second.ts)).toBeUndefined();
  expect(state.messages.get(first.ts)).toBe(first);
});

test('the same state gives the same array', () => {
  const plain = stateOf([message(1)]);
  expect(visibleMessages(plain)).toBe(visibleMessages({ ...plain }));
  const overlaid = stateOf([message(1)], { overlays: new Map([[message(1).ts, edit]]) });
  expect(visibleMessages(overlaid)).toBe(visibleMessages({ ...overlaid }));
});

test('reactions and pins of ours are shown before they are confirmed, and taken away likewise', () => {
  const { ts } = message(1);
  const reactions = [
    { name: 'tada', users: ['U1', 'U2'], count: 2 },
    { name: 'eyes', users: ['U1'], count: 1 },
  ];
  const show = (fields: Partial<Message>, ...marks: Mark[]) =>
    visibleMessages(stateOf([message(1, fields)], { marks: new Map([[ts, marks]]) }))[0];
  const react = (name: string, isOn: boolean): Mark => ({ kind: 'reaction', name, isOn, ...unconfirmed });
  expect(show({}, react('wave', true))?.reactions).toEqual([{ name: 'wave', users: ['U1'], count: 1 }]);
  expect(show({ reactions }, react('tada', true))?.reactions).toEqual(reactions);
  expect(show({ reactions }, react('tada', false), react('eyes', false))?.reactions).toEqual([
    { name: 'tada', users: ['U2'], count: 1 },
  ]);
  expect(show({ reactions: reactions.slice(1) }, react('eyes', false))).not.toHaveProperty('reactions');
  expect(show({}, { kind: 'pin', isOn: true, ...unconfirmed })?.pinned_to).toEqual(['C1AA']);
  expect(show({ pinned_to: ['C1AA'] }, { kind: 'pin', isOn: false, ...unconfirmed })).not.toHaveProperty('pinned_to');
});

test('a message that nothing unconfirmed touches keeps its identity, and so does one that is shown changed', () => {
  const [first, second, third] = [message(1), message(2), message(3)];
  const overlays = new Map([[first.ts, edit]]);
  const before = visibleMessages(stateOf([first, second], { overlays }));
  const after = visibleMessages(stateOf([first, second, third], { overlays }));
  expect(after[0]).toBe(before[0]);
  expect(after[1]).toBe(second);
});

test('a thread is null until it is loaded', () => {
  const root = message(1);
  const state = stateOf([root], { threads: new Map([[root.ts, MessageList.from([root, message(5)])]]) });
  expect(visibleThread(state, root.ts)?.map(({ text }) => text)).toEqual(['text 1', 'text 5']);
  expect(visibleThread(state, message(2).ts)).toBeNull();
  expect(findMessage(state, message(5).ts)?.text).toBe('text 5');
});

test('pending messages are told apart by thread', () => {
  const pending = { id: 'a', text: 'hi', createdAt: 0, status: 'queued', isSaved: true } as const;
  const reply = { ...pending, id: 'b', threadTs: message(1).ts };
  const state = stateOf([], { pending: [pending, reply] });
  expect(pendingMessages(state)).toEqual([pending]);
  expect(pendingMessages(state, message(1).ts)).toEqual([reply]);
});

test('the key of our message is that of the pending one; others cannot choose theirs', () => {
  const pending = { id: 'a', text: 'hi', createdAt: 0, status: 'queued', isSaved: true } as const;
  expect(messageKey(pending, 'U1')).toBe('a');
  expect(messageKey(message(1, { user: 'U1', client_msg_id: 'a' }), 'U1')).toBe('a');
  expect(messageKey(message(1, { user: 'U2', client_msg_id: 'a' }), 'U1')).toBe(message(1).ts);
  expect(messageKey(message(1, { user: 'U1' }), 'U1')).toBe(message(1).ts);
});

test('pinned messages are found in the shown stretch and in the parked one', () => {
  const parked = { messages: MessageList.from([message(9, { pinned_to: ['C1AA'] })]), from: message(9).ts, to: null };
  const state = stateOf([message(1, { pinned_to: ['C1AA'] }), message(2)], { parked, hasNewer: true });
  expect(pinnedMessages(state).map(({ text }) => text)).toEqual(['text 1', 'text 9']);
});

test('only what others wrote after the read cursor is unread, not who came, and without the live end nobody knows', () => {
  const messages = [message(1), message(2), message(3, { user: 'U1' })];
  expect(hasUnread(stateOf(messages, { lastRead: message(1).ts }))).toBe(true);
  expect(hasUnread(stateOf(messages, { lastRead: message(2).ts }))).toBe(false);
  expect(hasUnread(stateOf([message(1), message(2, { subtype: 'channel_join' })], { lastRead: message(1).ts }))).toBe(
    false,
  );
  expect(hasUnread(stateOf([], { lastRead: message(2).ts }))).toBe(false);
  expect(hasUnread(stateOf(messages, { epoch: null }))).toBeNull();
  expect(hasUnread(stateOf(messages, { hasNewer: true, parked: null }))).toBeNull();
});
