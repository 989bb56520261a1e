import { FollowedThread } from '../../shared/followed-thread.ts';
import { tsToMicros } from '../../shared/timestamps.ts';
import { readPlace, toPage, type Listed, type PageRequest } from './page.ts';
import type { Keeper } from './person.ts';

/** How many unread threads a device is told of when it boots. */
const maxBooted = 200;

/** The newest threads with something unread, as JSON: an array, put together without decoding. */
export function unreadThreadsJson(sql: SqlStorage): string {
  const rows = sql
    .exec<{ entry: string }>(
      `SELECT entry FROM threads WHERE entry IS NOT NULL AND has_unread = 1
       ORDER BY latest DESC, row DESC LIMIT ${maxBooted}`,
    )
    .toArray();
  return `[${rows.map(({ entry }) => entry).join(',')}]`;
}

/** Takes a channel's word for how a thread stands; an older one than is known is ignored. */
export function followThread(person: Keeper, thread: FollowedThread, seq: number): void {
  const entry = JSON.stringify(thread);
  const latest = tsToMicros(thread.latest_reply);
  const lastRead = tsToMicros(thread.last_read);
  const place = { channel: thread.channel, threadTs: thread.thread_ts };
  const row = { ...place, seq, entry, hasUnread: thread.has_unread, latest, lastRead };
  if (putThread(person.sql, row)) person.push({ type: 'thread', thread });
}

/** The row stays, empty, so that an older word does not bring it back. */
export function unfollowThread(person: Keeper, channel: string, threadTs: string, seq: number): void {
  const isNew = putThread(person.sql, {
    channel,
    threadTs,
    seq,
    entry: null,
    hasUnread: false,
    latest: 0,
    lastRead: 0,
  });
  if (isNew) person.push({ type: 'thread_gone', channel, thread_ts: threadTs });
}

/** The person is out of the channel. */
export function forgetThreads(person: Keeper, channel: string): void {
  const { sql } = person;
  const unread = sql
    .exec<{ thread_ts: string }>('SELECT thread_ts FROM threads WHERE channel = ? AND has_unread = 1', channel)
    .toArray();
  sql.exec('DELETE FROM threads WHERE channel = ?', channel);
  for (const { thread_ts } of unread) person.push({ type: 'thread_gone', channel, thread_ts });
}

type OrderedThread = { has_unread: number; latest: number; row: number; entry: string };

/** The threads that the person follows: those with something unread first, then the newest. */
export function listThreads(sql: SqlStorage, { after, limit }: PageRequest): Listed<FollowedThread> {
  const [hasUnread, latest, row] = readPlace(after) ?? [2, 0, 0];
  const rows = sql
    .exec<OrderedThread>(
      `SELECT has_unread, latest, row, entry FROM threads
       WHERE entry IS NOT NULL AND (has_unread, latest, row) < (?, ?, ?)
       ORDER BY has_unread DESC, latest DESC, row DESC LIMIT ?`,
      hasUnread ?? null,
      latest ?? null,
      row ?? null,
      limit + 1,
    )
    .toArray();
  return toPage(
    rows,
    limit,
    (last) => [last.has_unread, last.latest, last.row],
    ({ entry }) => FollowedThread.parse(JSON.parse(entry)),
  );
}

/** Every thread with something unread. */
export function listUnreadThreads(sql: SqlStorage): FollowedThread[] {
  return sql
    .exec<{ entry: string }>('SELECT entry FROM threads WHERE entry IS NOT NULL AND has_unread = 1')
    .toArray()
    .map(({ entry }) => FollowedThread.parse(JSON.parse(entry)));
}

type ThreadRow = {
  channel: string;
  threadTs: string;
  seq: number;
  entry: string | null;
  hasUnread: boolean;
  latest: number;
  lastRead: number;
};

/** False when nothing is new in it, or a newer word is known. */
function putThread(sql: SqlStorage, row: ThreadRow): boolean {
  const { channel, threadTs, seq, entry, hasUnread, latest, lastRead } = row;
  const known = sql
    .exec<{ seq: number; entry: string | null }>(
      'SELECT seq, entry FROM threads WHERE channel = ? AND thread_ts = ?',
      channel,
      threadTs,
    )
    .toArray()[0];
  if (known && known.seq > seq) return false;
  sql.exec(
    `INSERT INTO threads (channel, thread_ts, seq, entry, has_unread, latest, last_read) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (channel, thread_ts) DO UPDATE SET
       seq = excluded.seq, entry = excluded.entry, has_unread = excluded.has_unread, latest = excluded.latest,
       last_read = CASE WHEN excluded.entry IS NULL THEN last_read ELSE excluded.last_read END`,
    channel,
    threadTs,
    seq,
    entry,
    hasUnread ? 1 : 0,
    latest,
    lastRead,
  );
  return known ? known.entry !== entry : entry !== null;
}
