import type { ChannelInfo } from '../shared/channel.ts';
import { isChanged, isDeleted, isPosted, type ChannelEvent, type MessagePosted } from '../shared/events.ts';
import type { Message } from '../shared/message.ts';
import type { HelloFrame } from '../shared/protocol/channel-socket.ts';
import { compareTs, tsToMicros } from '../shared/timestamps.ts';
import { shownStretch, showing, type ChannelState } from './channel-state.ts';
import { MessageList } from './message-list.ts';
import { reduceMessages } from './reduce-messages.ts';
import { reduceStretch, type Stretch } from './stretch.ts';

/**
 * The channel after an event: what a fetch after it would give, as far as this client holds it. Applying an event twice
 * is harmless. What did not change keeps its identity.
 */
export function reduceChannel(state: ChannelState, event: ChannelEvent): ChannelState {
  const next = showing(state, reduceStretch(shownStretch(state), event));
  return {
    ...next,
    parked: state.parked && reduceStretch(state.parked, event),
    threads: reduceThreads(state.threads, event),
    pending: reducePending(state, event),
    overlays: reduceOverlays(state.overlays, event),
    info: state.info && reduceInfo(state.info, event),
    ...(event.type === 'history_imported' && { epoch: null, isStale: true }),
    ...reduceMembership(state, event),
  };
}

/** The channel after a frame of events, of which `events[0]` has the number `seq`; null when some are missing before. */
export function applyEvents(state: ChannelState, seq: number, events: readonly ChannelEvent[]): ChannelState | null {
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
    pending: state.pending.filter(({ id }) => !snapshot.messages.some((message) => isOwn(message, state.self, id))),
    info: snapshot.channel,
    isMember: snapshot.is_member,
    lastRead: snapshot.last_read,
    overlays: new Map([...state.overlays].filter(([, overlay]) => !overlay.isAccepted)),
    epoch,
    seq,
    isStale: state.hasNewer,
    generation: state.generation + 1,
  };
}

function reduceThreads(threads: ChannelState['threads'], event: ChannelEvent): ChannelState['threads'] {
  let next = threads;
  for (const [rootTs, list] of threads) {
    const changed = reduceMessages(list, event, (message) => message.ts === rootTs || message.thread_ts === rootTs);
    if (changed !== list) next = new Map(next).set(rootTs, changed);
  }
  return next;
}

/** A message of ours that is in the log is pending no more: one takes the other's place in the same change. */
function reducePending({ pending, self }: ChannelState, event: ChannelEvent): ChannelState['pending'] {
  if (!isPosted(event)) return pending;
  const rest = pending.filter(({ id }) => !isOwn(event, self, id));
  return rest.length === pending.length ? pending : rest;
}

function isOwn(message: Message, self: string, clientMsgId: string): boolean {
  return message.user === self && message.client_msg_id === clientMsgId;
}

/** The event of a change that the server has accepted makes showing it ahead of time superfluous. */
function reduceOverlays(overlays: ChannelState['overlays'], event: ChannelEvent): ChannelState['overlays'] {
  const ts = isChanged(event) ? event.message.ts : isDeleted(event) ? event.deleted_ts : undefined;
  const overlay = ts === undefined ? undefined : overlays.get(ts);
  if (ts === undefined || overlay === undefined || !(overlay.isAccepted || isDeleted(event))) return overlays;
  const rest = new Map(overlays);
  rest.delete(ts);
  return rest;
}

function reduceInfo(info: ChannelInfo, event: ChannelEvent): ChannelInfo {
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
function reduceMembership(state: ChannelState, event: ChannelEvent): Partial<ChannelState> {
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
