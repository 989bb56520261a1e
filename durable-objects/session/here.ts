import { microsToTs, tsToMicros } from '../../shared/timestamps.ts';
import type { Keeper } from './person.ts';

/** Answers kept of each channel; more than a channel asks about at once, for words that come late. */
const maxKept = 200;

/**
 * Which of these messages, which call whoever is there, call this person. That is decided once, when the first word of it comes,
 * by whether the person is there then; after that it is so, in whatever order words come and whatever they say besides.
 */
export function decideHere({ sql, isActive }: Keeper, channel: string, here: readonly string[]): ReadonlySet<string> {
  if (here.length === 0) return new Set();
  const messages = JSON.stringify(here.map(tsToMicros));
  sql.exec(
    'INSERT OR IGNORE INTO here_calls (channel, message, was_there) SELECT ?, value, ? FROM json_each(?)',
    channel,
    Number(isActive()),
    messages,
  );
  sql.exec(
    `DELETE FROM here_calls WHERE channel = ?1 AND message NOT IN
       (SELECT message FROM here_calls WHERE channel = ?1 ORDER BY message DESC LIMIT ${maxKept})`,
    channel,
  );
  const rows = sql.exec<{ message: number }>(
    `SELECT message FROM here_calls
     WHERE channel = ? AND was_there = 1 AND message IN (SELECT value FROM json_each(?))`,
    channel,
    messages,
  );
  return new Set([...rows].map(({ message }) => microsToTs(message)));
}

/** The person is out of the channel. */
export function forgetHere({ sql }: Keeper, channel: string): void {
  sql.exec('DELETE FROM here_calls WHERE channel = ?', channel);
}
