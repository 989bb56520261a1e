import type { SidebarChannel } from '../../../shared/channel.ts';
import { microsToTs } from '../../../shared/timestamps.ts';
import type { ChannelNews } from '../../session/session-rpc.ts';
import { directNotice, everybodyHappenings, happeningOf, hereCalls } from './activity-of.ts';
import type { Channel } from '../context.ts';
import { dropForgotten, getFollower, type FollowerRow } from '../unread/followers.ts';
import { forgetNotices, untoldNotices, type NoticeRow } from '../unread/notices.ts';
import { sidebarOf } from '../members/sidebar.ts';
import { followedThread } from '../unread/thread-state.ts';
import { uncalledLines } from '../unread/uncalled.ts';

/** What one call to a person's session told: to be compared with how things stand when it has come back. */
export type Receipt = {
  /** When it left; each has a time of its own. Microseconds. */
  left: number;
  /** All of the entry but its newest message, and what of calls counts with it, as JSON. */
  entry: string;
  threads: { thread: number; state: string }[];
  /** The newest notice; 0 when none. Microseconds. */
  noticesUntil: number;
};

/** Threads in one call; the next brings more. */
const threadsPerCall = 50;

/**
 * All that there is to tell a person now. For somebody who is not in the channel: that they are not. It is from now on the
 * newest word to them: what comes back from an older one says nothing certain.
 */
export function newsOf(channel: Channel, userId: string): { news: ChannelNews; receipt: Receipt } {
  const { row, seq } = channel;
  const left = channel.nextMicros();
  channel.lastWords.set(userId, left);
  const nothing = { threads: [], unfollowed: [], here: [], activity: [], uncalled: [], notices: [] };
  const seen = sidebarOf(channel, userId);
  if (!seen) {
    return {
      news: { channel: row.id, seq, entry: null, ...nothing },
      receipt: { left, entry: '', threads: [], noticesUntil: 0 },
    };
  }
  const { entry, member } = seen;
  const uncalled = uncalledLines(channel, userId);
  const here = hereCalls(channel.sql, member);
  const untold = untoldNotices(channel.sql, userId);
  const followers = threadsToTell(channel.sql, userId, untold);
  const happenings = [
    ...untold.flatMap((notice) => happeningOf(channel, userId, notice) ?? []),
    ...everybodyHappenings(channel, member),
  ];
  const notices = happenings.flatMap(({ notice }) => notice ?? []);
  const direct = directNotice(channel, member);
  if (direct && !notices.some(({ ts }) => ts === direct.ts)) notices.push(direct);
  return {
    news: {
      channel: row.id,
      seq,
      entry,
      threads: followers.filter(isFollowing).map((follower) => followedThread(channel, follower)),
      unfollowed: followers.filter((follower) => !isFollowing(follower)).map(({ thread }) => microsToTs(thread)),
      here,
      activity: happenings.flatMap(({ item }) => item ?? []),
      uncalled,
      notices,
    },
    receipt: {
      left,
      entry: stateOf({ entry, uncalled, here }),
      threads: followers.map((follower) => ({ thread: follower.thread, state: stateOfThread(channel, follower) })),
      noticesUntil: untold.at(-1)?.at ?? 0,
    },
  };
}

/** How a session was told: by a call from here, or by a chunk that went through a queue. */
export type Way = 'call' | 'queue';

/**
 * A person's session has heard. What was told is remembered as known if it is how things still stand (they may have read
 * on, or been called, while it was under way), and if no other word can have come between. True when there is more to tell.
 */
export function rememberTold(channel: Channel, userId: string, receipt: Receipt, way: Way): boolean {
  const { sql } = channel;
  if (receipt.noticesUntil > 0) forgetNotices(sql, userId, receipt.noticesUntil);
  const isNewest = channel.lastWords.get(userId) === receipt.left;
  if (isNewest) channel.lastWords.delete(userId);
  const seen = sidebarOf(channel, userId);
  if (!seen) {
    const knowsOfIt = isNewest && receipt.entry === '';
    if (knowsOfIt) dropForgotten(sql, userId, null);
    return !knowsOfIt;
  }
  const { entry, member } = seen;
  // An older word may be on its way through the queue, also across a restart; who it is for stays so until it has come.
  const isAwaited = way === 'call' && member.knows === 3;
  const isCertain = isNewest && !isAwaited;
  for (const { thread, state } of receipt.threads) rememberThread(channel, userId, thread, isCertain ? state : null);
  if (isAwaited) return false;
  const state = stateOf({ entry, uncalled: uncalledLines(channel, userId), here: hereCalls(sql, member) });
  const isTrue = isNewest && state === receipt.entry;
  const knows = isTrue ? Number(entry.has_unread) : 2;
  if (member.knows !== knows) sql.exec('UPDATE members SET knows = ? WHERE user_id = ?', knows, userId);
  return !isTrue || hasMore(sql, userId);
}

/** `state` is what was told of the thread; null for what is to be told again in any case. */
function rememberThread(channel: Channel, userId: string, thread: number, state: string | null): void {
  const follower = getFollower(channel.sql, thread, userId);
  if (!follower) return;
  const isTrue = stateOfThread(channel, follower) === state;
  const hasUnread = isFollowing(follower) && followedThread(channel, follower).has_unread;
  const knows = isTrue ? Number(hasUnread) : 2;
  if (isTrue) dropForgotten(channel.sql, userId, thread);
  if (follower.knows !== knows) {
    channel.sql.exec('UPDATE followers SET knows = ? WHERE thread = ? AND user_id = ?', knows, thread, userId);
  }
}

/** The threads that the session does not know the state of, and those that the notices are about. */
function threadsToTell(sql: SqlStorage, userId: string, untold: readonly NoticeRow[]): FollowerRow[] {
  const rows = sql
    .exec<FollowerRow>(
      `SELECT * FROM followers WHERE user_id = ? AND knows = 2 ORDER BY thread LIMIT ${threadsPerCall}`,
      userId,
    )
    .toArray();
  const threads = new Map(rows.map((row) => [row.thread, row]));
  for (const { thread } of untold) {
    const follower = thread === null || threads.has(thread) ? null : getFollower(sql, thread, userId);
    if (follower && isFollowing(follower)) threads.set(follower.thread, follower);
  }
  return [...threads.values()];
}

function hasMore(sql: SqlStorage, userId: string): boolean {
  return (
    sql.exec('SELECT 1 FROM notices WHERE user_id = ? LIMIT 1', userId).toArray().length > 0 ||
    sql.exec('SELECT 1 FROM followers WHERE user_id = ? AND knows = 2 LIMIT 1', userId).toArray().length > 0
  );
}

function isFollowing({ following }: FollowerRow): boolean {
  return following === 1;
}

function stateOf({
  entry: { latest: _latest, ...entry },
  uncalled,
  here,
}: Pick<ChannelNews, 'uncalled' | 'here'> & { entry: SidebarChannel }): string {
  return JSON.stringify([entry, uncalled, here]);
}

function stateOfThread(channel: Channel, follower: FollowerRow): string {
  if (!isFollowing(follower)) return 'unfollowed';
  const { latest_reply: _latest, ...thread } = followedThread(channel, follower);
  return JSON.stringify(thread);
}
