import type { ChannelNews } from '../../session/session-rpc.ts';
import { breathe } from '../../import/breathe.ts';
import type { Channel } from '../context.ts';
import { setKeywords } from '../unread/keywords.ts';
import { newsOf, rememberTold, type Receipt } from './news.ts';
import { takeBack } from './on-their-way.ts';

/** What is to be told to a member. */
export type PersonsNews = { userId: string; news: ChannelNews; receipt: Receipt };

/** A member was told: what, and what their session answered. */
export type Told = { userId: string; receipt: Receipt; keywords: readonly string[] };

/** Members dealt with in one stretch: each takes several queries. */
const perStretch = 50;

/**
 * What there is to tell these members now, for the queue's consumer. Those who have left are left out: they are told that
 * by a call.
 */
export async function readNews(channel: Channel, userIds: readonly string[]): Promise<PersonsNews[]> {
  const news: PersonsNews[] = [];
  await inStretches(userIds, (userId) => {
    const each = newsOf(channel, userId);
    if (each.news.entry !== null) news.push({ userId, ...each });
  });
  return news;
}

/** The consumer has told these members, and those others it could not: they are to be told again. */
export async function rememberChunk(channel: Channel, told: readonly Told[], failed: readonly string[]): Promise<void> {
  await inStretches(told, ({ userId, receipt, keywords }) => {
    setKeywords(channel, userId, keywords);
    rememberTold(channel, userId, receipt, 'queue');
  });
  takeBack(channel.sql, failed);
}

async function inStretches<T>(items: readonly T[], work: (item: T) => void): Promise<void> {
  for (const [n, item] of items.entries()) {
    if (n > 0 && n % perStretch === 0) await breathe();
    work(item);
  }
}
