import type { ChannelInfo } from '../../../shared/channel.ts';
import { inParallel } from '../../../shared/in-parallel.ts';
import type { Message } from '../../../shared/message.ts';
import { microsToTs, tsToMicros } from '../../../shared/timestamps.ts';
import { inTime } from '../../storage/in-time.ts';
import { accessMessage } from '../messages/access-message.ts';
import { channelInfo, type Channel } from '../context.ts';
import { getMessageRow, isByHand, toOneMessage } from '../messages/message-rows.ts';
import { attachmentsOf } from './previews.ts';

/** Channels that are told at once, each of one message after the other. */
const maxInFlight = 20;
/** Quotes that a deletion's answer waits for. */
const firstFew = 20;

/** The message that quotes, and the link under which it does. */
export type Quoting = { channel: string; ts: string; url: string };

export type Quoted = { message: Message; channel: ChannelInfo };

/**
 * Lets a message be quoted where everybody may see it who may see this one: anywhere when the channel is public, else in
 * the channel itself. Remembers who does, so that deleting the message takes its words away there too.
 */
export function doQuote(channel: Channel | null, ts: string, by: Quoting): Quoted | null {
  const access = accessMessage(channel, ts);
  if (!access.ok || !isByHand(access.row)) return null;
  const { row } = access;
  const { sql, row: facts } = access.channel;
  if (facts.kind !== 'public' && facts.id !== by.channel) return null;
  sql.exec(
    'INSERT OR IGNORE INTO quotes (message, channel, quoting, url) VALUES (?, ?, ?, ?)',
    row.id,
    by.channel,
    tsToMicros(by.ts),
    by.url,
  );
  return { message: toOneMessage(sql, facts.id, row), channel: channelInfo(access.channel) };
}

export type QuoteRow = { message: number; channel: string; quoting: number; url: string };

/** In the stretch that deletes a message: whoever quotes it is to do so no more. */
export function markQuotesGone(sql: SqlStorage, message: number): void {
  sql.exec('UPDATE quotes SET gone = 1 WHERE message = ?', message);
}

/** A message that another one quotes. */
export type QuotedPlace = { channel: string; ts: string };

/** What the message quotes now. */
export function quotedBy(sql: SqlStorage, ts: string): QuotedPlace[] {
  const row = getMessageRow(sql, tsToMicros(ts));
  return (row ? attachmentsOf(row) : []).flatMap(({ is_msg_unfurl, channel_id: channel, ts: quoted }) =>
    is_msg_unfurl === true && typeof channel === 'string' && typeof quoted === 'string'
      ? [{ channel, ts: quoted }]
      : [],
  );
}

/** A message that quotes this one was deleted, and its words with it: there is nothing more to withdraw from it. */
export function doForgetQuoting(sql: SqlStorage, ts: string, by: QuotedPlace): void {
  const bound = [tsToMicros(ts), by.channel, tsToMicros(by.ts)];
  sql.exec('DELETE FROM quotes WHERE message = ? AND channel = ? AND quoting = ?', ...bound);
}

/**
 * Takes the words of deleted messages out of the messages that quote them. One that is itself gone is done with, too; a
 * channel that cannot be reached, or does not answer in time, is left for another time with all that it has, and keeps no
 * other waiting. Returns whether none failed.
 */
export async function withdrawQuotes(
  sql: SqlStorage,
  quotes: readonly QuoteRow[],
  withdraw: (channelId: string, ts: string, url: string) => Promise<unknown>,
): Promise<boolean> {
  const byChannel = [...Map.groupBy(quotes, ({ channel }) => channel)];
  const outcomes = await inParallel(byChannel, maxInFlight, async ([channel, rows]) => {
    try {
      for (const { message, quoting, url } of rows) {
        await inTime(withdraw(channel, microsToTs(quoting), url));
        const bound = [message, channel, quoting, url];
        sql.exec('DELETE FROM quotes WHERE message = ? AND channel = ? AND quoting = ? AND url = ?', ...bound);
      }
      return true;
    } catch (error) {
      console.error({ message: 'a quote was not withdrawn', channel, error: String(error) });
      return false;
    }
  });
  return outcomes.every(Boolean);
}

/** Everything that is to be withdrawn. */
export function allQuotesGone(sql: SqlStorage): QuoteRow[] {
  return sql.exec<QuoteRow>('SELECT message, channel, quoting, url FROM quotes WHERE gone = 1').toArray();
}

/** As many of those who quote a message that was just deleted as can be told at once. */
export function firstQuotesGone(sql: SqlStorage, ts: string): QuoteRow[] {
  return sql
    .exec<QuoteRow>(
      'SELECT message, channel, quoting, url FROM quotes WHERE gone = 1 AND message = ? LIMIT ?',
      tsToMicros(ts),
      firstFew,
    )
    .toArray();
}
