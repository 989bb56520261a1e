import type { ActivityItem } from '../../shared/activity.ts';
import { refuse, type Outcome } from '../../shared/errors.ts';
import { maxSaved, SavedMessage } from '../../shared/saved.ts';
import { tsToMicros } from '../../shared/timestamps.ts';
import { readPlace, toPage, type Listed, type PageRequest } from './page.ts';
import type { Keeper } from './person.ts';

/** How many messages that are done with are remembered; the oldest go. */
const maxDone = 1000;

/** A saved message as lists show it; `savedAt` in milliseconds. */
export type SavedEntry = { message: SavedMessage; isDone: boolean; savedAt: number };

/** What is saved and not done, as JSON: an array, put together without decoding. */
export function savedJson(sql: SqlStorage): string {
  const rows = sql
    .exec<{ entry: string }>('SELECT entry FROM saved WHERE is_done = 0 ORDER BY saved_at DESC, row DESC')
    .toArray();
  return `[${rows.map(({ entry }) => entry).join(',')}]`;
}

/** Saves a message, or takes it up again when it was done with. `already`: it was saved. */
export function saveMessage(person: Keeper, message: SavedMessage): Outcome<{ already: boolean }> {
  const { sql } = person;
  const known = find(sql, message.channel, message.ts);
  if (known && known.is_done === 0) {
    if (message.due !== null) put(person, message, { isDone: false, savedAt: known.saved_at });
    return { ok: true, already: true };
  }
  if (countOpen(sql) >= maxSaved) return refuse('too_many_saved');
  put(person, message, { isDone: false, savedAt: person.now() });
  return { ok: true, already: false };
}

/** `due` in seconds since 1970, null for none; what is left out stays as it is. */
export type SavedChanges = { due?: number | null | undefined; isDone?: boolean | undefined };

/** Refuses with `not_starred` for a message that is not saved. */
export function changeSaved(person: Keeper, channel: string, ts: string, changes: SavedChanges): Outcome<object> {
  const known = find(person.sql, channel, ts);
  if (!known) return refuse('not_starred');
  const isDone = changes.isDone ?? known.is_done === 1;
  if (!isDone && known.is_done === 1 && countOpen(person.sql) >= maxSaved) return refuse('too_many_saved');
  const message = SavedMessage.parse(JSON.parse(known.entry));
  const due = changes.due === undefined ? message.due : changes.due;
  put(person, { ...message, due }, { isDone, savedAt: known.saved_at });
  return { ok: true };
}

/** Refuses with `not_starred` for a message that is not saved. */
export function unsaveMessage(person: Keeper, channel: string, ts: string): Outcome<object> {
  if (!find(person.sql, channel, ts)) return refuse('not_starred');
  person.sql.exec('DELETE FROM saved WHERE channel = ? AND message = ?', channel, tsToMicros(ts));
  pushSaved(person);
  return { ok: true };
}

/** What was saved last comes first. */
export function listSaved(
  sql: SqlStorage,
  { after, limit, isDone }: PageRequest & { isDone: boolean },
): Listed<SavedEntry> {
  const [savedAt, row] = readPlace(after) ?? [Number.MAX_SAFE_INTEGER, 0];
  const rows = sql
    .exec<SavedRow>(
      `SELECT * FROM saved WHERE is_done = ? AND (saved_at, row) < (?, ?)
       ORDER BY saved_at DESC, row DESC LIMIT ?`,
      isDone ? 1 : 0,
      savedAt ?? null,
      row ?? null,
      limit + 1,
    )
    .toArray();
  return toPage(
    rows,
    limit,
    (last) => [last.saved_at, last.row],
    ({ entry, saved_at }) => ({ message: SavedMessage.parse(JSON.parse(entry)), isDone, savedAt: saved_at }),
  );
}

/** When the first reminder of a saved message is due, in milliseconds since 1970; null when none is. */
export function nextDue(sql: SqlStorage): number | null {
  const { due } = sql.exec<{ due: number | null }>('SELECT min(due) AS due FROM saved WHERE due IS NOT NULL').one();
  return due === null ? null : due * 1000;
}

/** What the person is to be reminded of at `now` (milliseconds); each is handed out once. */
export function takeDue(sql: SqlStorage, now: number): ActivityItem[] {
  const rows = sql
    .exec<SavedRow & { due: number }>('SELECT * FROM saved WHERE due <= ? ORDER BY due, row', Math.floor(now / 1000))
    .toArray();
  sql.exec('UPDATE saved SET due = NULL WHERE due <= ?', Math.floor(now / 1000));
  return rows.map(({ entry, due }) => {
    const { channel, ts, thread_ts } = SavedMessage.parse(JSON.parse(entry));
    const place = { channel, ts, ...(thread_ts === undefined ? {} : { thread_ts }) };
    return { id: `${channel}.${ts}.reminder.${due}`, kind: 'reminder', ...place, at: now };
  });
}

type SavedRow = {
  row: number;
  channel: string;
  message: number;
  entry: string;
  is_done: number;
  saved_at: number;
  due: number | null;
};

function find(sql: SqlStorage, channel: string, ts: string): SavedRow | null {
  const found = sql.exec<SavedRow>('SELECT * FROM saved WHERE channel = ? AND message = ?', channel, tsToMicros(ts));
  return found.toArray()[0] ?? null;
}

function countOpen(sql: SqlStorage): number {
  return sql.exec<{ count: number }>('SELECT count(*) AS count FROM saved WHERE is_done = 0').one().count;
}

/** A reminder that is still ahead is to come; one that came is not to come again. */
function put(person: Keeper, message: SavedMessage, { isDone, savedAt }: { isDone: boolean; savedAt: number }): void {
  const { sql } = person;
  const entry = JSON.stringify(message);
  const known = find(sql, message.channel, message.ts);
  const isAhead = message.due !== null && message.due * 1000 > person.now();
  const isSameTime = known !== null && SavedMessage.parse(JSON.parse(known.entry)).due === message.due;
  const due = isDone ? null : isSameTime && !isAhead ? known.due : message.due;
  if (known && known.entry === entry && known.due === due && known.is_done === (isDone ? 1 : 0)) return;
  sql.exec(
    `INSERT INTO saved (channel, message, entry, is_done, saved_at, due) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (channel, message) DO UPDATE SET
       entry = excluded.entry, is_done = excluded.is_done, saved_at = excluded.saved_at, due = excluded.due`,
    message.channel,
    tsToMicros(message.ts),
    entry,
    isDone ? 1 : 0,
    savedAt,
    due,
  );
  if (isDone) {
    sql.exec(
      `DELETE FROM saved WHERE row IN
         (SELECT row FROM saved WHERE is_done = 1 ORDER BY saved_at DESC, row DESC LIMIT -1 OFFSET ${maxDone})`,
    );
  }
  if (due !== null) person.ringBy(due * 1000);
  pushSaved(person);
}

function pushSaved(person: Keeper): void {
  const saved = SavedMessage.array().parse(JSON.parse(savedJson(person.sql)));
  person.push({ type: 'saved', saved });
}
