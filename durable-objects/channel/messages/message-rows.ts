import { z } from 'zod';
import { slackbotId } from '../../../shared/ids.ts';
import { maxNamedReactors, type Message, type Reaction, type ThreadSummary } from '../../../shared/message.ts';
import { microsToTs } from '../../../shared/timestamps.ts';

/** A row of `messages`. Ids and times in microseconds. */
export type MessageRow = {
  id: number;
  user_id: string | null;
  client_id: string | null;
  thread: number | null;
  shown: number;
  erased: number;
  text: string;
  extra: string | null;
  edited: number | null;
  edited_by: string | null;
  repliers: string | null;
  latest_reply: number | null;
};

/** The parts of a message that have no column: subtype, blocks, files and whatever an import brought. */
export type MessageExtra = { subtype?: string | undefined } & { [field: string]: unknown };

const Extra = z.looseObject({ subtype: z.string().optional() });
/** What a root's row keeps of its replies: how many, by how many, and the first few of those. Who they all are is in `repliers`. */
const Replies = z.object({ count: z.number().int(), users: z.number().int(), first: z.array(z.string()) });
export type Replies = z.infer<typeof Replies>;

export function getMessageRow(sql: SqlStorage, id: number): MessageRow | null {
  return sql.exec<MessageRow>('SELECT * FROM messages WHERE id = ?', id).toArray()[0] ?? null;
}

export function insertMessageRow(sql: SqlStorage, row: MessageRow): void {
  sql.exec(
    `INSERT INTO messages (id, user_id, client_id, thread, shown, erased, text, extra, edited, edited_by, repliers, latest_reply)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.user_id,
    row.client_id,
    row.thread,
    row.shown,
    row.erased,
    row.text,
    row.extra,
    row.edited,
    row.edited_by,
    row.repliers,
    row.latest_reply,
  );
}

export function parseReplies(json: string | null): Replies {
  return json === null ? { count: 0, users: 0, first: [] } : Replies.parse(JSON.parse(json));
}

/** A root's summary; null when nobody has replied. */
export function threadSummary(row: Pick<MessageRow, 'repliers' | 'latest_reply'>): ThreadSummary | null {
  if (row.repliers === null) return null;
  const { count, users, first } = parseReplies(row.repliers);
  return {
    reply_count: count,
    reply_users_count: users,
    reply_users: first,
    ...(row.latest_reply === null ? {} : { latest_reply: microsToTs(row.latest_reply) }),
  };
}

/** Who gets the credit for a reply without a user: a bot's id, or the name that it used. */
export function replierOf(row: Pick<MessageRow, 'user_id' | 'extra'>): string {
  if (row.user_id !== null) return row.user_id;
  const extra = parseExtra(row.extra);
  const bot = extra['bot_id'] ?? extra['username'];
  return typeof bot === 'string' ? bot : slackbotId;
}

export function parseExtra(json: string | null): MessageExtra {
  return json === null ? {} : Extra.parse(JSON.parse(json));
}

/** The inverse: null for nothing. */
export function encodeExtra(extra: MessageExtra): string | null {
  return Object.keys(extra).length === 0 ? null : JSON.stringify(extra);
}

type Attached = { reactions: Reaction[]; pinned: boolean; parentUser: string | null };

/** The row as the wire has it. One function for history and for events, so that both say the same. */
function toMessage(channelId: string, row: MessageRow, attached: Attached): Message {
  const summary = threadSummary(row);
  const thread = row.thread ?? (summary ? row.id : null);
  return {
    type: 'message',
    ...(row.erased ? { subtype: 'tombstone', hidden: true } : parseExtra(row.extra)),
    ts: microsToTs(row.id),
    ...(row.erased ? { user: slackbotId } : row.user_id === null ? {} : { user: row.user_id }),
    text: row.erased ? 'This message was deleted.' : row.text,
    ...(row.client_id === null || row.erased ? {} : { client_msg_id: row.client_id }),
    ...(thread === null ? {} : { thread_ts: microsToTs(thread) }),
    ...(row.thread === null || attached.parentUser === null ? {} : { parent_user_id: attached.parentUser }),
    ...summary,
    ...(row.edited === null || row.edited_by === null || row.erased
      ? {}
      : { edited: { user: row.edited_by, ts: microsToTs(row.edited) } }),
    ...(attached.reactions.length === 0 ? {} : { reactions: attached.reactions }),
    ...(attached.pinned ? { pinned_to: [channelId] } : {}),
  };
}

/** Rows as messages, with what hangs on them, in three queries however many rows there are. */
export function toMessages(sql: SqlStorage, channelId: string, rows: readonly MessageRow[]): Message[] {
  if (rows.length === 0) return [];
  const ids = JSON.stringify(rows.map((row) => row.id));
  const reactions = reactionsOn(sql, ids);
  const pinned = new Set(
    sql
      .exec<{ message: number }>('SELECT message FROM pins WHERE message IN (SELECT value FROM json_each(?))', ids)
      .toArray()
      .map((pin) => pin.message),
  );
  const parents = parentUsers(sql, rows);
  return rows.map((row) =>
    toMessage(channelId, row, {
      reactions: reactions.get(row.id) ?? [],
      pinned: pinned.has(row.id),
      parentUser: row.thread === null ? null : (parents.get(row.thread) ?? null),
    }),
  );
}

/** A message as it is being written: nothing hangs on it yet, so nothing is looked up. `root` is that of a reply. */
export function toNewMessage(channelId: string, row: MessageRow, root: MessageRow | null): Message {
  const parentUser = root && (root.erased && root.user_id !== null ? slackbotId : root.user_id);
  return toMessage(channelId, row, { reactions: [], pinned: false, parentUser });
}

export function toOneMessage(sql: SqlStorage, channelId: string, row: MessageRow): Message {
  const [message] = toMessages(sql, channelId, [row]);
  if (!message) throw new Error('one row gives one message');
  return message;
}

/** `at`: when it came, in microseconds. Nothing is added that is there. */
export function insertReaction(sql: SqlStorage, message: number, name: string, userId: string, at: number): void {
  sql.exec(
    `INSERT OR IGNORE INTO reactions (message, name, user_id, position, since)
     SELECT ?1, ?2, ?3, ?4, coalesce((SELECT since FROM reactions WHERE message = ?1 AND name = ?2 LIMIT 1), ?4)`,
    message,
    name,
    userId,
    at,
  );
}

/** All reactions to one message, in the order in which each kind was first used since nobody had it. */
export function reactionsOf(sql: SqlStorage, message: number): Reaction[] {
  return reactionsOn(sql, JSON.stringify([message])).get(message) ?? [];
}

const Names = z.array(z.string());

/** Counted and cut by the database: a message may have tens of thousands. */
function reactionsOn(sql: SqlStorage, ids: string): Map<number, Reaction[]> {
  const byMessage = new Map<number, Reaction[]>();
  const kinds = sql.exec<{ message: number; name: string; count: number; users: string }>(
    `SELECT message, name, count, (
       SELECT json_group_array(user_id) FROM (
         SELECT user_id FROM reactions WHERE message = kinds.message AND name = kinds.name ORDER BY position LIMIT ?
       )
     ) AS users FROM (
       SELECT message, name, count(*) AS count, min(since) AS first FROM reactions
       WHERE message IN (SELECT value FROM json_each(?)) GROUP BY message, name
     ) AS kinds ORDER BY message, first`,
    maxNamedReactors,
    ids,
  );
  for (const { message, name, count, users } of kinds) {
    const onMessage = byMessage.get(message) ?? [];
    byMessage.set(message, onMessage);
    onMessage.push({ name, users: Names.parse(JSON.parse(users)), count });
  }
  return byMessage;
}

/** How many kinds of reactions a message has. One look into the index for each, however many reactions there are. */
export function countReactionKinds(sql: SqlStorage, message: number): number {
  return sql
    .exec<{ count: number }>(
      `WITH RECURSIVE kinds (name) AS (
         SELECT min(name) FROM reactions WHERE message = ?1
         UNION ALL
         SELECT (SELECT min(name) FROM reactions WHERE message = ?1 AND name > kinds.name) FROM kinds WHERE name IS NOT NULL
       ) SELECT count(name) AS count FROM kinds`,
      message,
    )
    .one().count;
}

function parentUsers(sql: SqlStorage, rows: readonly MessageRow[]): Map<number, string> {
  const roots = new Set(rows.flatMap((row) => (row.thread === null ? [] : [row.thread])));
  if (roots.size === 0) return new Map();
  return new Map(
    sql
      .exec<{ id: number; user_id: string }>(
        `SELECT id, CASE erased WHEN 1 THEN ? ELSE user_id END AS user_id FROM messages
         WHERE user_id IS NOT NULL AND id IN (SELECT value FROM json_each(?))`,
        slackbotId,
        JSON.stringify([...roots]),
      )
      .toArray()
      .map((root) => [root.id, root.user_id]),
  );
}

/** Written by somebody, unlike the lines that the channel writes about what somebody did. */
export function isByHand(row: Pick<MessageRow, 'extra'>): boolean {
  return isHandwritten(parseExtra(row.extra));
}

export function isHandwritten({ subtype }: { subtype?: string | undefined }): boolean {
  return (
    subtype === undefined || subtype === 'me_message' || subtype === 'thread_broadcast' || subtype === 'file_share'
  );
}
