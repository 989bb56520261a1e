import type { Draft } from '../../shared/draft.ts';
import type { Device, Keeper } from './person.ts';

/** How many drafts are kept, and how many characters of them in all: every device gets them when it boots. */
export const maxDrafts = 500;
export const maxDraftsLength = 2_000_000;

/** As JSON: an array, put together without decoding. */
export function draftsJson(sql: SqlStorage): string {
  const rows = sql
    .exec<{ draft: string }>('SELECT draft FROM drafts WHERE is_empty = 0 ORDER BY updated DESC')
    .toArray();
  return `[${rows.map(({ draft }) => draft).join(',')}]`;
}

/**
 * Keeps what a device has in a composer, unless a later word is known, and tells the other devices. A clock that is ahead
 * counts as being right, or its word would be the last for as long as it is ahead; ours too, that was ahead once.
 */
export function writeDraft(person: Keeper, device: Device, written: Draft): void {
  const { sql } = person;
  const draft = { ...written, updated: Math.min(written.updated, person.now()) };
  const json = JSON.stringify(draft);
  const isWritten =
    sql.exec(
      `INSERT INTO drafts (channel, thread_ts, updated, is_empty, length, draft) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (channel, thread_ts) DO UPDATE SET
         updated = excluded.updated, is_empty = excluded.is_empty, length = excluded.length, draft = excluded.draft
       WHERE excluded.updated >= min(drafts.updated, ?) AND excluded.draft <> drafts.draft`,
      draft.channel,
      draft.thread_ts ?? '',
      draft.updated,
      draft.text === '' ? 1 : 0,
      json.length,
      json,
      person.now(),
    ).rowsWritten > 0;
  if (!isWritten) return;
  trim(sql);
  if (isKept(sql, draft)) person.push({ type: 'draft', draft }, device.socket);
}

function isKept(sql: SqlStorage, { channel, thread_ts = '' }: Draft): boolean {
  return sql.exec('SELECT 1 FROM drafts WHERE channel = ? AND thread_ts = ?', channel, thread_ts).toArray().length > 0;
}

/** The oldest go first, of those that say something and of those that were emptied each. */
function trim(sql: SqlStorage): void {
  sql.exec(
    `DELETE FROM drafts WHERE (channel, thread_ts) IN (
       SELECT channel, thread_ts FROM (
         SELECT channel, thread_ts, row_number() OVER newest AS place, sum(length) OVER newest AS total
         FROM drafts
         WINDOW newest AS (PARTITION BY is_empty ORDER BY updated DESC, channel, thread_ts ROWS UNBOUNDED PRECEDING)
       ) WHERE place > ${maxDrafts} OR total > ${maxDraftsLength}
     )`,
  );
}
