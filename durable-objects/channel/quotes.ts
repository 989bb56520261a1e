import type { ChannelInfo } from '../../shared/channel.ts';
import type { Message } from '../../shared/message.ts';
import { microsToTs, tsToMicros } from '../../shared/timestamps.ts';
import { accessMessage } from './access-message.ts';
import { channelInfo, type Channel } from './context.ts';
import { isByHand, toOneMessage } from './message-rows.ts';

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

type QuoteRow = { message: number; channel: string; quoting: number; url: string };

/** In the stretch that deletes a message: whoever quotes it is to do so no more. */
export function markQuotesGone(sql: SqlStorage, message: number): void {
  sql.exec('UPDATE quotes SET gone = 1 WHERE message = ?', message);
}

/**
 * Takes the words of deleted messages out of the messages that quote them. What cannot be reached now stays listed, for
 * the alarm to try again.
 */
export async function withdrawQuotes(
  sql: SqlStorage,
  withdraw: (channelId: string, ts: string, url: string) => Promise<unknown>,
): Promise<void> {
  for (const quote of sql.exec<QuoteRow>('SELECT * FROM quotes WHERE gone = 1').toArray()) {
    await withdraw(quote.channel, microsToTs(quote.quoting), quote.url);
    sql.exec(
      'DELETE FROM quotes WHERE message = ? AND channel = ? AND quoting = ? AND url = ?',
      quote.message,
      quote.channel,
      quote.quoting,
      quote.url,
    );
  }
}
