import type { MessagePosted } from '../../../shared/events.ts';
import { isMembershipLine, type Message } from '../../../shared/message.ts';
import { microsToTs } from '../../../shared/timestamps.ts';
import { refuse, type Outcome } from '../../../shared/errors.ts';
import { accessForWriting } from '../access.ts';
import { checkContent, wellFormed, type Content } from './check-content.ts';
import type { Channel, Viewer } from '../context.ts';
import { channelType, commonFields } from '../log/events-of.ts';
import { appendEvent } from '../log/log.ts';
import { callsIn, callsNobody, checkMayCall, doCall, type Calls } from '../unread/calls.ts';
import { noteReply } from '../unread/followers.ts';
import { noteNewest } from './newest.ts';
import {
  encodeExtra,
  insertMessageRow,
  threadSummary,
  toNewMessage,
  toOneMessage,
  type MessageExtra,
  type MessageRow,
} from './message-rows.ts';
import { countReply } from './reply-counts.ts';
import { getThreadRoot } from '../unread/thread-state.ts';

export type Draft = Content & {
  threadTs?: string | undefined;
  /** "Also send to channel". */
  broadcast?: boolean | undefined;
  clientMsgId?: string | undefined;
  subtype?: 'me_message' | undefined;
  /** Which links are to get previews; all, unless said. */
  previews?: { links: boolean; media: boolean } | undefined;
};

export type Posted = { ts: string; message: Message; repeated: boolean };

/**
 * Posts a message: authorise, recognise a repeat, limit, take the next ts, insert, log. Synchronous from end to end, and
 * that is what makes it atomic and durable: the object writes nothing out and answers nobody until the disk has it.
 */
export function doPost(
  opened: Channel | null,
  viewer: Viewer,
  draft: Draft,
  takePost: (userId: string) => number,
): Outcome<Posted> {
  const access = accessForWriting(opened, viewer);
  if (!access.ok) return access;
  const { channel } = access;

  const repeated = draft.clientMsgId === undefined ? null : getByClientId(channel, viewer.userId, draft.clientMsgId);
  if (repeated) {
    return {
      ok: true,
      ts: microsToTs(repeated.id),
      message: toOneMessage(channel.sql, channel.row.id, repeated),
      repeated: true,
    };
  }
  const content = wellFormed(draft);
  const refusal = checkContent(content);
  if (refusal) return refusal;
  const root = draft.threadTs === undefined ? null : getThreadRoot(channel, draft.threadTs);
  if (draft.threadTs !== undefined && !root) return refuse('thread_not_found');
  const inChannel = root === null || draft.broadcast === true;
  const calls = callsIn(channel, content.text, { user_id: viewer.userId, shown: inChannel ? 1 : 0 });
  const forbidden = checkMayCall(channel, viewer, calls);
  if (forbidden) return forbidden;
  const wait = takePost(viewer.userId);
  if (wait > 0) return refuse('ratelimited', wait);

  const message = appendMessage(channel, {
    userId: viewer.userId,
    clientId: draft.clientMsgId ?? null,
    root,
    inChannel,
    text: content.text,
    calls,
    extra: {
      ...(draft.subtype ? { subtype: draft.subtype } : {}),
      ...(root && draft.broadcast ? { subtype: 'thread_broadcast' } : {}),
      ...(content.blocks ? { blocks: content.blocks } : {}),
      ...(content.attachments ? { attachments: content.attachments } : {}),
      ...(draft.previews?.links === false ? { unfurl_links: false } : {}),
      ...(draft.previews?.media === false ? { unfurl_media: false } : {}),
    },
  });
  return { ok: true, ts: message.ts, message, repeated: false };
}

type NewMessage = {
  userId: string;
  clientId: string | null;
  root: MessageRow | null;
  inChannel: boolean;
  text: string;
  extra: MessageExtra;
  calls: Calls;
};

/** Writes a message and its event. Also for the lines that a channel writes of itself: joins, topics, names. */
export function appendMessage(channel: Channel, draft: NewMessage): Message {
  const at = channel.nextMicros();
  const row: MessageRow = {
    id: at,
    user_id: draft.userId,
    client_id: draft.clientId,
    thread: draft.root?.id ?? null,
    shown: draft.inChannel ? 1 : 0,
    erased: 0,
    text: draft.text,
    extra: encodeExtra(draft.extra),
    edited: null,
    edited_by: null,
    repliers: null,
    latest_reply: null,
  };
  insertMessageRow(channel.sql, row);
  if (row.shown && !isMembershipLine(draft.extra)) noteNewest(channel, row.id, row.user_id);
  const root = draft.root && threadSummary(countReply(channel.sql, draft.root, row));
  doCall(channel, row, draft.calls, at);
  if (draft.root) noteReply(channel, draft.root, row);
  const message = toNewMessage(channel.row.id, row, draft.root);
  const event: MessagePosted = {
    ...message,
    ...commonFields(channel, at),
    ...channelType(channel),
    ...(root ? { root } : {}),
  };
  appendEvent(channel, at, event, at);
  return message;
}

/** A line that the channel writes about what somebody did, as Slack shows joins and topics. */
export function appendSystemMessage(channel: Channel, userId: string, text: string, extra: MessageExtra): Message {
  return appendMessage(channel, {
    userId,
    clientId: null,
    root: null,
    inChannel: true,
    text,
    extra,
    calls: callsNobody,
  });
}

/** The message that this person's client gave that id, deleted or not. */
export function getByClientId(channel: Channel, userId: string, clientId: string): MessageRow | null {
  return (
    channel.sql
      .exec<MessageRow>('SELECT * FROM messages WHERE user_id = ? AND client_id = ?', userId, clientId)
      .toArray()[0] ?? null
  );
}
