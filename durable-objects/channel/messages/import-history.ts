import type { Message } from '../../../shared/message.ts';
import { microsToTs, tsToMicros } from '../../../shared/timestamps.ts';
import { newestMessageId, type Channel } from '../context.ts';
import { doImportCalls } from '../unread/calls.ts';
import { commonFields } from '../log/events-of.ts';
import { appendEvent } from '../log/log.ts';
import {
  encodeExtra,
  getMessageRow,
  insertMessageRow,
  insertReaction,
  isByHand,
  type MessageExtra,
  type MessageRow,
} from './message-rows.ts';
import { countReply } from './reply-counts.ts';

/** A pin of an export; `created` in seconds since 1970. */
export type ImportedPin = { ts: string; user: string; created: number };

export type HistoryBatch = {
  messages: readonly Message[];
  pins: readonly ImportedPin[];
  members: readonly string[];
};

/** How many messages are new here, and how many had a `ts` that was taken. */
export type Imported = { added: number; present: number };

/**
 * Adds messages with timestamps of their own. A timestamp that is taken is left as it stands, which makes an import that
 * is repeated, or was cut off, harmless. Readers get one event that says: read this stretch again.
 */
export function doImport(channel: Channel, messages: readonly Message[]): Imported {
  channel.newest = null;
  const newestBefore = newestMessageId(channel.sql);
  let oldest = Number.MAX_SAFE_INTEGER;
  let latest = 0;
  let added = 0;
  for (const message of messages) {
    const id = tsToMicros(message.ts);
    if (!insertImported(channel, id, message)) continue;
    added += 1;
    oldest = Math.min(oldest, id);
    latest = Math.max(latest, id);
  }
  if (added > 0) {
    // Whoever had read everything still has: nobody is to find years of history unread.
    channel.sql.exec(
      'UPDATE members SET last_read = ? WHERE last_read >= ?',
      newestMessageId(channel.sql),
      newestBefore,
    );
    const at = channel.nextMicros();
    appendEvent(channel, at, {
      type: 'history_imported',
      ...commonFields(channel, at),
      count: added,
      oldest: microsToTs(oldest),
      latest: microsToTs(latest),
    });
  }
  return { added, present: messages.length - added };
}

/** False when there is a message of this `ts`. A root that was only known by its replies is filled in. */
function insertImported(channel: Channel, id: number, message: Message): boolean {
  const present = getMessageRow(channel.sql, id);
  if (present && !isPlaceholder(present)) return false;
  const row = toRow(id, message, present);
  if (present) channel.sql.exec('DELETE FROM messages WHERE id = ?', id);
  insertMessageRow(channel.sql, row);
  let position = id;
  for (const reaction of message.reactions ?? []) {
    for (const user of reaction.users) {
      insertReaction(channel.sql, id, reaction.name, user, position++);
    }
  }
  if (row.thread !== null) countImportedReply(channel, row.thread, row);
  if (!row.erased && isByHand(row)) doImportCalls(channel, row);
  return true;
}

function toRow(id: number, message: Message, placeholder: MessageRow | null): MessageRow {
  const thread = message.thread_ts === undefined ? id : tsToMicros(message.thread_ts);
  const isReply = thread !== id;
  return {
    id,
    user_id: message.user ?? null,
    client_id: null,
    thread: isReply ? thread : null,
    shown: !isReply || message.subtype === 'thread_broadcast' ? 1 : 0,
    erased: message.subtype === 'tombstone' ? 1 : 0,
    text: message.text.toWellFormed(),
    extra: encodeExtra(extraOf(message)),
    edited: message.edited ? tsToMicros(message.edited.ts) : null,
    edited_by: message.edited?.user ?? null,
    repliers: placeholder?.repliers ?? null,
    latest_reply: placeholder?.latest_reply ?? null,
  };
}

/** What has a column or a table of its own, or is counted here, does not go into `extra`. */
function extraOf(message: Message): MessageExtra {
  const {
    type: _type,
    ts: _ts,
    user: _user,
    text: _text,
    client_msg_id: _clientMsgId,
    thread_ts: _threadTs,
    parent_user_id: _parentUserId,
    reply_count: _replyCount,
    reply_users_count: _replyUsersCount,
    reply_users: _replyUsers,
    latest_reply: _latestReply,
    edited: _edited,
    reactions: _reactions,
    pinned_to: _pinnedTo,
    ...extra
  } = message;
  return extra;
}

/** Counts a reply at its root; where the root is missing, an emptied one takes its place, so that the thread is reached. */
function countImportedReply(channel: Channel, rootId: number, reply: MessageRow): void {
  let root = getMessageRow(channel.sql, rootId);
  if (!root) {
    root = placeholderRoot(rootId);
    insertMessageRow(channel.sql, root);
  }
  countReply(channel.sql, root, reply);
}

function placeholderRoot(id: number): MessageRow {
  return {
    id,
    user_id: null,
    client_id: null,
    thread: null,
    shown: 1,
    erased: 1,
    text: '',
    extra: null,
    edited: null,
    edited_by: null,
    repliers: null,
    latest_reply: null,
  };
}

/** A root that only its replies tell of: emptied, and never anybody's. */
function isPlaceholder(row: MessageRow): boolean {
  return row.erased === 1 && row.user_id === null && row.thread === null;
}

/** Pins by `ts`; those of messages that are not here are left out, and one that is here already is left as it is. */
export function doImportPins(channel: Channel, pins: readonly ImportedPin[]): void {
  for (const { ts, user, created } of pins) {
    const row = getMessageRow(channel.sql, tsToMicros(ts));
    if (!row || row.erased) continue;
    channel.sql.exec('INSERT OR IGNORE INTO pins (message, user_id, pinned) VALUES (?, ?, ?)', row.id, user, created);
  }
}
