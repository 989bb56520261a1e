import type { ChannelInfo } from '../../shared/channel.ts';
import { isPosted, type MessagePosted } from '../../shared/events.ts';
import type { Message } from '../../shared/message.ts';
import type { HelloFrame, WireEvent } from '../../shared/protocol/channel-socket.ts';
import { compareTs, tsToMicros } from '../../shared/timestamps.ts';
import { shownStretch, showing, type ChannelState } from './channel-state.ts';
import { MessageList } from './message-list.ts';
import { reduceOverlays } from './overlays.ts';
import { reduceMessages } from './reduce-messages.ts';
import { reduceStretch, type Stretch } from './stretch.ts';

/**
 * The channel after an event: what a fetch after it would give, as far as this client holds it. Applying an event twice
 * is harmless. What did not change keeps its identity.
 */
export function reduceChannel(state: ChannelState, event: WireEvent): ChannelState {
  const next = showing(state, reduceStretch(shownStretch(state), event));
  return {
    ...next,
    parked: state.parked && reduceStretch(state.parked, event),
    threads: reduceThreads(state.threads, event),
    pending: reducePending(state, event),
    ...reduceOverlays(state, state.self, event),
    typing: reduceTyping(state.typing, event),
    bookmarks: event.type === 'bookmarks_changed' ? event.bookmarks : state.bookmarks,
    info: state.info && reduceInfo(state.info, event),
    ...(event.type === 'history_imported' && { epoch: null, isStale: true }),
    ...reduceMembership(state, event),
  };
}

/** The channel after a frame of events, of which `events[0]` has the number `seq`; null when some are missing before. */
export function applyEvents(state: ChannelState, seq: number, events: readonly WireEvent[]): ChannelState | null {
  if (seq > state.seq + 1) return null;
  const unseen = events.slice(state.seq + 1 - seq);
  const next = unseen.reduce(reduceChannel, state);
  return { ...next, seq: state.seq + unseen.length };
}

/**
 * The channel as a snapshot has it. An older stretch that is shown, and threads, stay on screen until they are loaded
 * again.
 */
export function applySnapshot(state: ChannelState, hello: HelloFrame): ChannelState {
  const { snapshot, epoch, seq } = hello;
  if (snapshot === undefined) return state;
  const messages = MessageList.from(snapshot.messages);
  const live: Stretch = { messages, from: snapshot.has_more ? (messages.first?.ts ?? null) : null, to: null };
  return {
    ...(state.hasNewer ? { ...state, parked: live } : showing(state, live)),
    pending: stillPending(state, snapshot.messages),
    info: snapshot.channel,
    isMember: snapshot.is_member,
    lastRead: snapshot.last_read,
    bookmarks: snapshot.bookmarks,
    overlays: new Map([...state.overlays].filter(([, overlay]) => !overlay.isAccepted)),
    marks: new Map(
      [...state.marks].flatMap(([ts, marks]) => {
        const open = marks.filter((mark) => !mark.isAccepted);
        return open.length > 0 ? [[ts, open] as const] : [];
      }),
    ),
    epoch,
    seq,
    isStale: state.hasNewer,
    generation: state.generation + 1,
  };
}

function reduceThreads(threads: ChannelState['threads'], event: WireEvent): ChannelState['threads'] {
  let next = threads;
  for (const [rootTs, list] of threads) {
    const changed = reduceMessages(list, event, (message) => message.ts === rootTs || message.thread_ts === rootTs);
    if (changed !== list) next = new Map(next).set(rootTs, changed);
  }
  return next;
}

/**
 * A message of ours that is in the log is pending no more: one takes the other's place in the same change. A reply of which
 * only its thread's summary came goes on waiting while the thread is open, until that is loaded again.
 */
function reducePending({ pending, self, threads }: ChannelState, event: WireEvent): ChannelState['pending'] {
  const isAnswered = event.type === 'thread_changed' && !threads.has(event.thread_ts);
  if (!isAnswered && !isPosted(event)) return pending;
  const rest = pending.filter(({ id }) => !isOwn(event, self, id));
  return rest.length === pending.length ? pending : rest;
}

/** What is pending when these messages are in the log. */
export function stillPending(
  { pending, self }: Pick<ChannelState, 'pending' | 'self'>,
  messages: readonly Message[],
): ChannelState['pending'] {
  const rest = pending.filter(({ id }) => !messages.some((message) => isOwn(message, self, id)));
  return rest.length === pending.length ? pending : rest;
}

/** Whoever has posted is not writing that any more. */
function reduceTyping(typing: ChannelState['typing'], event: WireEvent): ChannelState['typing'] {
  const isReply = event.type === 'thread_changed';
  if (typing.length === 0 || !(isReply || isPosted(event))) return typing;
  const rest = typing.filter(
    ({ user, threadTs }) => user !== event.user || threadTs !== (isReply ? event.thread_ts : rootOf(event)),
  );
  return rest.length === typing.length ? typing : rest;
}

/** The root of the thread in which a message is a reply; null for any other. */
function rootOf({ ts, thread_ts: threadTs }: Message): string | null {
  return threadTs === undefined || threadTs === ts ? null : threadTs;
}

function isOwn(message: Pick<Message, 'user' | 'client_msg_id'>, self: string, clientMsgId: string): boolean {
  return message.user === self && message.client_msg_id === clientMsgId;
}

function reduceInfo(info: ChannelInfo, event: WireEvent): ChannelInfo {
  switch (event.type) {
    case 'channel_rename':
      if (info.name === event.name) return info;
      return { ...info, name: event.name, previousNames: [...info.previousNames, event.old_name] };
    case 'channel_archive':
      return { ...info, isArchived: true };
    case 'channel_unarchive':
      return { ...info, isArchived: false };
    case 'message':
      return isPosted(event) ? withDescription(info, event) : info;
    default:
      return info;
  }
}

/** Topic and purpose have no event of their own: the line in the history that tells of them is it, as in Slack. */
function withDescription(info: ChannelInfo, event: MessagePosted): ChannelInfo {
  const { user: creator } = event;
  if (creator === undefined) return info;
  const set = (value = '') => ({
    value,
    creator,
    last_set: Math.floor(tsToMicros(event.ts) / 1_000_000),
  });
  switch (event.subtype) {
    case 'channel_topic':
    case 'group_topic':
      return { ...info, topic: set(event.topic) };
    case 'channel_purpose':
    case 'group_purpose':
      return { ...info, purpose: set(event.purpose) };
    default:
      return info;
  }
}

/** Joins and departures are counted, so each must count once: their `event_ts` only ever grows. */
function reduceMembership(state: ChannelState, event: WireEvent): Partial<ChannelState> {
  if (event.type !== 'member_joined_channel' && event.type !== 'member_left_channel') return {};
  if (compareTs(event.event_ts, state.membersAsOf) <= 0) return {};
  const isJoin = event.type === 'member_joined_channel';
  const info = state.info && { ...state.info, memberCount: state.info.memberCount + (isJoin ? 1 : -1) };
  return {
    info,
    isMember: event.user === state.self ? isJoin : state.isMember,
    membersAsOf: event.event_ts,
  };
}
