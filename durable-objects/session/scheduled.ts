import { refuse, type ErrorCode, type Outcome } from '../../shared/errors.ts';
import { newId } from '../../shared/ids.ts';
import { checkContent, wellFormed, type Content } from '../channel/messages/check-content.ts';
import type { Person } from './person.ts';

/** How far ahead a message can be scheduled. Seconds; Slack's. */
const farthest = 120 * 24 * 3600;
/** At most so many messages to one channel within five minutes; Slack's. And to all channels together; ours. */
const window = 300;
const mostInWindow = 30;
const mostInAll = 1000;
/** Characters of all together: a list of them has to fit into an answer between objects. */
const longestInAll = 8_000_000;

/** What is to be posted, and where. */
export type Planned = {
  channel: string;
  content: Content;
  threadTs: string | null;
  broadcast: boolean;
  /** Seconds since 1970. */
  postAt: number;
};

/** `created` in seconds since 1970. `error`: why it was not posted at its time; it stays until it is deleted or changed. */
export type Scheduled = Planned & { id: string; created: number; error: ErrorCode | null };

/**
 * `next`: when to post it, or to try again, in milliseconds; null when it was refused. `attempted`: it may have been posted
 * already, so it can be neither changed nor deleted.
 */
export type ScheduledRow = {
  id: string;
  channel: string;
  content: string;
  thread_ts: string | null;
  broadcast: number;
  post_at: number;
  created: number;
  next: number | null;
  tries: number;
  attempted: number;
  error: ErrorCode | null;
};

/** Whether the person may post there was asked by the Worker, and is asked again when it is time. */
export function doSchedule(person: Person, planned: Planned): Outcome<{ scheduled: Scheduled }> {
  const refusal =
    checkContent(planned.content) ?? checkTime(person, planned.postAt) ?? checkCount(person, planned, null);
  if (refusal) return refusal;
  const row: ScheduledRow = {
    id: newId('Q'),
    channel: planned.channel,
    content: JSON.stringify(wellFormed(planned.content)),
    thread_ts: planned.threadTs,
    broadcast: planned.broadcast ? 1 : 0,
    post_at: planned.postAt,
    created: Math.floor(person.now() / 1000),
    next: planned.postAt * 1000,
    tries: 0,
    attempted: 0,
    error: null,
  };
  putRow(person, row);
  return { ok: true, scheduled: toScheduled(row) };
}

/** Refuses with `invalid_scheduled_message_id` for one that there is not, or that is being posted. */
export function doUnschedule(person: Person, channel: string, id: string): Outcome<object> {
  const row = getRow(person.sql, id);
  if (!row || row.channel !== channel || row.attempted) return refuse('invalid_scheduled_message_id');
  dropRow(person, id);
  return { ok: true };
}

export type ScheduledChanges = { text?: string | undefined; postAt?: number | undefined };

/** One that was refused is scheduled again by this. A new text takes the place of blocks, which said the old one. */
export function doReschedule(
  person: Person,
  channel: string,
  id: string,
  { text, postAt }: ScheduledChanges,
): Outcome<{ scheduled: Scheduled }> {
  const row = getRow(person.sql, id);
  if (!row || row.channel !== channel || row.attempted) return refuse('invalid_scheduled_message_id');
  const before = toScheduled(row);
  const { blocks: _blocks, ...rest } = before.content;
  const content = text === undefined ? before.content : { ...rest, text };
  const planned = { ...before, content, postAt: postAt ?? row.post_at };
  const refusal = checkContent(content) ?? checkTime(person, planned.postAt) ?? checkCount(person, planned, id);
  if (refusal) return refusal;
  const changed: ScheduledRow = {
    ...row,
    content: JSON.stringify(wellFormed(content)),
    post_at: planned.postAt,
    next: planned.postAt * 1000,
    tries: 0,
    error: null,
  };
  putRow(person, changed);
  return { ok: true, scheduled: toScheduled(changed) };
}

/** In the order in which they are posted; refused ones too. Bounded by how many there may be. */
export function listScheduled(sql: SqlStorage): Scheduled[] {
  return sql.exec<ScheduledRow>('SELECT * FROM scheduled ORDER BY post_at, id').toArray().map(toScheduled);
}

export function toScheduled(row: ScheduledRow): Scheduled {
  const content: Content = JSON.parse(row.content);
  return {
    id: row.id,
    channel: row.channel,
    content,
    threadTs: row.thread_ts,
    broadcast: row.broadcast === 1,
    postAt: row.post_at,
    created: row.created,
    error: row.error,
  };
}

export function getRow(sql: SqlStorage, id: string): ScheduledRow | null {
  return sql.exec<ScheduledRow>('SELECT * FROM scheduled WHERE id = ?', id).toArray()[0] ?? null;
}

export function dropRow(person: Person, id: string): void {
  person.sql.exec('DELETE FROM scheduled WHERE id = ?', id);
  person.push({ type: 'stale', what: 'scheduled' });
}

function putRow(person: Person, row: ScheduledRow): void {
  person.sql.exec(
    `INSERT OR REPLACE INTO scheduled
       (id, channel, content, thread_ts, broadcast, post_at, created, next, tries, attempted, error)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.channel,
    row.content,
    row.thread_ts,
    row.broadcast,
    row.post_at,
    row.created,
    row.next,
    row.tries,
    row.attempted,
    row.error,
  );
  if (row.next !== null) person.ringBy(row.next);
  person.push({ type: 'stale', what: 'scheduled' });
}

function checkTime(person: Person, postAt: number) {
  const now = Math.floor(person.now() / 1000);
  if (postAt <= now) return refuse('time_in_past');
  return postAt > now + farthest ? refuse('time_too_far') : null;
}

function checkCount({ sql }: Person, { channel, content, postAt }: Planned, except: string | null) {
  type Other = { post_at: number; channel: string; length: number };
  const others = sql
    .exec<Other>('SELECT post_at, channel, length(content) AS length FROM scheduled WHERE id <> ?', except ?? '')
    .toArray();
  const isNear = (other: Other) =>
    other.channel === channel && Math.floor(other.post_at / window) === Math.floor(postAt / window);
  const length = others.reduce((sum, other) => sum + other.length, JSON.stringify(content).length);
  const tooMany = others.length >= mostInAll || length > longestInAll || others.filter(isNear).length >= mostInWindow;
  return tooMany ? refuse('restricted_too_many') : null;
}
