import { isDirect } from '../../../shared/channel.ts';
import { ChannelEvent, kindOf } from '../../../shared/events.ts';
import type { Channel, EncodedEvent } from '../context.ts';
import { lightFormOf } from './light-form.ts';
import { touch } from '../telling/touched.ts';

/**
 * One row per thing that happened. Encoded once: the stored text is what sockets, queues and resuming clients get.
 * `item` is the message that the event is about, so that a deletion can find every copy of its text.
 */
export function appendEvent(channel: Channel, at: number, event: ChannelEvent, item?: number): void {
  const seq = channel.seq + 1;
  const json = JSON.stringify(event);
  channel.sql.exec(
    'INSERT INTO log (seq, kind, at, item, data) VALUES (?, ?, ?, ?, ?)',
    seq,
    kindOf(event),
    at,
    item ?? null,
    json,
  );
  channel.seq = seq;
  const light = lightFormOf(event);
  channel.outbound.push(light ? { seq, json, light } : { seq, json });
  touch(channel.touched, event, isDirect(channel.row.kind));
}

/** Events after `seq`, oldest first, at most `limit`. */
export function eventsAfter(sql: SqlStorage, seq: number, limit: number): EncodedEvent[] {
  return sql
    .exec<{ seq: number; data: string }>('SELECT seq, data FROM log WHERE seq > ? ORDER BY seq LIMIT ?', seq, limit)
    .toArray()
    .map((row) => ({ seq: row.seq, json: row.data }));
}

export function getLogged(sql: SqlStorage, seq: number): string | null {
  return sql.exec<{ data: string }>('SELECT data FROM log WHERE seq = ?', seq).toArray()[0]?.data ?? null;
}

/** How many events, and characters of them, a resume may bring; beyond it a fresh page is smaller and faster. */
const maxResume = 1000;
const maxResumeLength = 2_000_000;

/**
 * What a client that has everything up to `seq` missed; null when it cannot be told, because the log was trimmed past
 * that place, belongs to another epoch, or never reached it.
 */
export function resumeFrom(channel: Channel, epoch: string, seq: number): EncodedEvent[] | null {
  if (epoch !== channel.row.epoch || seq > channel.seq || channel.seq - seq > maxResume) return null;
  const { length } = channel.sql
    .exec<{ length: number }>('SELECT coalesce(sum(length(data)), 0) AS length FROM log WHERE seq > ?', seq)
    .one();
  if (length > maxResumeLength) return null;
  const missed = eventsAfter(channel.sql, seq, maxResume);
  return missed.length === channel.seq - seq ? missed : null;
}

/**
 * Takes a deleted message's text out of the log: rows that carried it become the deletion itself, which a client may
 * apply any number of times. Their sequence numbers stay, so that no resume finds a hole.
 */
export function eraseFromLog(channel: Channel, item: number, deletion: ChannelEvent): void {
  channel.sql.exec(
    "UPDATE log SET kind = 'message_deleted', data = ? WHERE item = ? AND kind IN ('message', 'message_changed')",
    JSON.stringify(deletion),
    item,
  );
}

/**
 * Takes some of a message's words out of the log, the message itself being there still: each row that carries it is
 * written anew as `rewrite` gives it. Sequence numbers and kinds stay.
 */
export function rewriteInLog(channel: Channel, item: number, rewrite: (event: ChannelEvent) => ChannelEvent): void {
  const rows = channel.sql
    .exec<{ seq: number; data: string }>(
      "SELECT seq, data FROM log WHERE item = ? AND kind IN ('message', 'message_changed')",
      item,
    )
    .toArray();
  for (const { seq, data } of rows) {
    // The type comes first: the outbox knows a message's event by how it begins.
    const { type, ...rest } = rewrite(ChannelEvent.parse(JSON.parse(data)));
    channel.sql.exec('UPDATE log SET data = ? WHERE seq = ?', JSON.stringify({ type, ...rest }), seq);
  }
}

/** Whether the log has rows from before that time (microseconds) that `trimLog` could drop. */
export function isTrimDue(sql: SqlStorage, before: number): boolean {
  const rows = sql.exec<{ at: number }>('SELECT at FROM log ORDER BY seq LIMIT 2').toArray();
  return rows.length > 1 && (rows[0]?.at ?? before) < before;
}

/**
 * Drops rows that every pipeline has settled and that are older than the resume window. The newest row stays: the next
 * sequence number is counted from it. Returns when the oldest remaining row will be due, in microseconds, if any.
 */
export function trimLog(sql: SqlStorage, settled: number, before: number): number | null {
  sql.exec('DELETE FROM log WHERE seq <= ? AND at < ? AND seq < (SELECT max(seq) FROM log)', settled, before);
  return (
    sql
      .exec<{ at: number }>('SELECT at FROM log WHERE seq < (SELECT max(seq) FROM log) ORDER BY seq LIMIT 1')
      .toArray()[0]?.at ?? null
  );
}
