import type { ChannelInfo } from '../../../shared/channel.ts';
import { inParallel } from '../../../shared/in-parallel.ts';
import type { Message } from '../../../shared/message.ts';
import { microsToTs, tsToMicros } from '../../../shared/timestamps.ts';
import { accessMessage } from '../messages/access-message.ts';
import { channelInfo, type Channel } from '../context.ts';
import { isByHand, toOneMessage } from '../messages/message-rows.ts';

/** Quoting messages that are told at once. */
const maxInFlight = 20;

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

/**
 * Takes the words of deleted messages out of the messages that quote them. One that is itself gone is done with, too; what
 * cannot be reached stays listed, to be tried again, and keeps nobody else waiting. Returns whether none of these failed.
 */
export async function withdrawQuotes(
  sql: SqlStorage,
  quotes: readonly QuoteRow[],
  withdraw: (channelId: string, ts: string, url: string) => Promise<unknown>,
): Promise<boolean> {
  const outcomes = await inParallel(quotes, maxInFlight, async ({ message, channel, quoting, url }) => {
    try {
      await withdraw(channel, microsToTs(quoting), url);
    } catch (error) {
      console.error({ message: 'a quote was not withdrawn', channel, error: String(error) });
      return false;
    }
    sql.exec(
      'DELETE FROM quotes WHERE message = ? AND channel = ? AND quoting = ? AND url = ?',
      message,
      channel,
      quoting,
      url,
    );
    return true;
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
      maxInFlight,
    )
    .toArray();
}
