import { z } from 'zod';
import type { ActivityItem } from '../../shared/activity.ts';
import { isDirect, SidebarChannel } from '../../shared/channel.ts';
import type { NoticeFrame } from '../../shared/protocol/session-socket.ts';
import { compareTs } from '../../shared/timestamps.ts';
import { addActivity, forgetActivity, notingStanding, removeActivity } from './activity.ts';
import { closeIfEmpty, reopenIfNews } from './direct-messages.ts';
import { decideHere, forgetHere } from './here.ts';
import type { Keeper } from './person.ts';
import type { ChannelNews } from './session-rpc.ts';
import { getChannelRow, setChannel, type ChannelRow } from './sidebar.ts';
import { forgetThreads, followThread, unfollowThread } from './threads.ts';

const Ids = z.array(z.string());

/**
 * Takes what a channel tells. Its words may come twice, and late: an older one about the channel or a thread is ignored, and
 * so is everything that was said before the person left, even if they are back.
 */
export function hear(person: Keeper, news: ChannelNews): void {
  const { sql } = person;
  const known = getChannelRow(sql, news.channel);
  if (known && news.seq < known.gone) return;
  const calledHere = decideHere(person, news.channel, news.here);
  // What was read of the channel and its threads is read in the activity view.
  notingStanding(person, () => hearStanding(person, withCalls(news, calledHere.size), known));
  const row = getChannelRow(sql, news.channel);
  if (!row?.entry) return;
  const uncalled = uncalledIn(row);
  const added = addActivity(
    person,
    news.activity.filter(({ id, kind, ts = '' }) => {
      const isNotThere = kind === 'everybody' && news.here.includes(ts) && !calledHere.has(ts);
      return !uncalled.has(id) && !isNotThere;
    }),
  );
  for (const notice of news.notices) if (isNew(notice, added, known)) person.push(notice);
}

/** How the channel and its threads stand, and which lines are not to be there. */
function hearStanding(person: Keeper, news: ChannelNews, known: ChannelRow | null): void {
  const { channel, seq } = news;
  if (!known || seq >= known.seq) hearEntry(person, news, known);
  const row = getChannelRow(person.sql, channel);
  if (!row?.entry) return;
  for (const thread of news.threads) followThread(person, thread, seq);
  for (const root of news.unfollowed) unfollowThread(person, channel, root, seq);
  // As the newest word has it: an older one, which comes late, tells of what is no more.
  removeActivity(person, uncalledIn(row));
}

function uncalledIn(row: ChannelRow): ReadonlySet<string> {
  return new Set(Ids.parse(JSON.parse(row.uncalled)));
}

/** The channel's word, counting what it leaves to be counted here. */
function withCalls({ entry, ...news }: ChannelNews, calls: number): ChannelNews {
  return { ...news, entry: entry && { ...entry, mention_count: entry.mention_count + calls } };
}

/** What is told again is not shown again: it comes with a line that is new here, or is newer than what was said directly. */
function isNew({ kind, ts }: NoticeFrame, added: readonly ActivityItem[], known: ChannelRow | null): boolean {
  if (kind !== 'direct') return added.some((item) => item.kind === kind && item.ts === ts);
  return !known?.entry || compareTs(SidebarChannel.parse(JSON.parse(known.entry)).latest, ts) < 0;
}

function hearEntry(person: Keeper, news: ChannelNews, known: ChannelRow | null): void {
  const { entry } = news;
  // Of two words of one moment the later one names fewer: only a group that was looked up calls somebody without an event.
  const isSameMoment = known?.seq === news.seq;
  const before = new Set(isSameMoment ? Ids.parse(JSON.parse(known.uncalled)) : news.uncalled);
  setChannel(person.sql, { ...news, uncalled: news.uncalled.filter((id) => before.has(id)) });
  if (!entry) {
    if (known?.entry) leave(person, SidebarChannel.parse(JSON.parse(known.entry)));
    return;
  }
  if (known?.entry === JSON.stringify(entry)) return;
  if (isDirect(entry.kind)) {
    if (!known) closeIfEmpty(person, entry);
    reopenIfNews(person, entry);
  }
  person.push({ type: 'channel', channel: entry });
}

/** Whatever the person had of the channel goes with it, except what they wrote themselves. */
function leave(person: Keeper, { id, kind }: SidebarChannel): void {
  person.push({ type: 'channel_gone', channel: id });
  forgetThreads(person, id);
  forgetHere(person, id);
  if (kind !== 'public') forgetActivity(person, id);
}
