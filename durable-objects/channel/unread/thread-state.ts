import type { FollowedThread } from '../../../shared/followed-thread.ts';
import { refuse, type Outcome } from '../../../shared/errors.ts';
import { microsToTs, tsToMicros } from '../../../shared/timestamps.ts';
import { accessChannel } from '../access.ts';
import { newestMessageId, type Channel, type Viewer } from '../context.ts';
import { getFollower, setFollowing, type FollowerRow } from './followers.ts';
import { getMessageRow, type MessageRow } from '../messages/message-rows.ts';
import { findNewest, newestFor } from '../messages/newest.ts';
import { maxCounted, type ReadState } from './read-state.ts';

/** How a thread stands for a person, whether they follow it or not. */
export type ThreadState = ReadState & { following: boolean };

/** The thread as it stands for a follower. */
export function followedThread(channel: Channel, follower: FollowerRow): FollowedThread {
  const root = getMessageRow(channel.sql, follower.thread);
  const { lastRead, hasUnread, mentions } = threadStateOf(channel, follower);
  return {
    channel: channel.row.id,
    thread_ts: microsToTs(follower.thread),
    last_read: lastRead,
    has_unread: hasUnread,
    mention_count: mentions,
    latest_reply: microsToTs(root?.latest_reply ?? follower.thread),
  };
}

export function threadStateOf(channel: Channel, follower: FollowerRow): ThreadState {
  const { thread, user_id: userId, last_read: lastRead } = follower;
  return {
    following: follower.following === 1,
    lastRead: microsToTs(lastRead),
    hasUnread: newestFor(findNewest(channel.sql, thread), userId) > lastRead,
    mentions: countCalls(channel.sql, follower),
  };
}

/** Replies that call the person: each by itself, since nobody is called with everybody in a thread. */
function countCalls(sql: SqlStorage, { thread, user_id: userId, last_read: lastRead }: FollowerRow): number {
  return sql
    .exec<{ count: number }>(
      `SELECT count(*) AS count FROM (
         SELECT DISTINCT message FROM called WHERE user_id = ? AND message > ? AND thread = ? LIMIT ${maxCounted}
       )`,
      userId,
      lastRead,
      thread,
    )
    .one().count;
}

/** Whether the viewer follows the thread, and how far they have read it; somebody who does not has read the root. */
export function readThreadPlace(
  channel: Channel,
  userId: string,
  ts: string,
): { following: boolean; lastRead: string } {
  const rootId = getThreadRoot(channel, ts)?.id ?? tsToMicros(ts);
  const follower = getFollower(channel.sql, rootId, userId);
  const following = follower?.following === 1;
  return { following, lastRead: microsToTs(follower && following ? follower.last_read : rootId) };
}

/** Moves the viewer's place in a thread that they follow to `ts`, backwards too. Without following there is no place. */
export function doMarkThread(opened: Channel | null, viewer: Viewer, rootTs: string, ts: string): Outcome<ThreadState> {
  const access = accessThread(opened, viewer, rootTs);
  if (!access.ok) return access;
  const { channel, root } = access;
  const follower = getFollower(channel.sql, root.id, viewer.userId);
  if (!follower || follower.following === 0) return { ok: true, ...notFollowing(root) };
  const lastRead = Math.max(root.id, Math.min(tsToMicros(ts), newestMessageId(channel.sql)));
  if (lastRead !== follower.last_read) {
    channel.sql.exec(
      'UPDATE followers SET last_read = ?, knows = 2 WHERE thread = ? AND user_id = ?',
      lastRead,
      root.id,
      viewer.userId,
    );
  }
  return { ok: true, ...threadStateOf(channel, { ...follower, last_read: lastRead }) };
}

/** Follows a thread, or not any more. The viewer's word stands: nothing makes them follow it again but themself. */
export function doFollow(
  opened: Channel | null,
  viewer: Viewer,
  rootTs: string,
  following: boolean,
): Outcome<ThreadState> {
  const access = accessThread(opened, viewer, rootTs);
  if (!access.ok) return access;
  const { channel, root } = access;
  setFollowing(channel, root, viewer.userId, following);
  const follower = getFollower(channel.sql, root.id, viewer.userId);
  return { ok: true, ...(follower && following ? threadStateOf(channel, follower) : notFollowing(root)) };
}

function notFollowing(root: MessageRow): ThreadState {
  return { following: false, lastRead: microsToTs(root.id), hasUnread: false, mentions: 0 };
}

/** The thread that `ts` is in, for a member: the root's, or that of one of its replies. */
function accessThread(
  opened: Channel | null,
  viewer: Viewer,
  ts: string,
): Outcome<{ channel: Channel; root: MessageRow }> {
  const access = accessChannel(opened, viewer);
  if (!access.ok) return access;
  if (!access.member) return refuse('not_in_channel');
  const root = getThreadRoot(access.channel, ts);
  return root ? { ok: true, channel: access.channel, root } : refuse('thread_not_found');
}

/** The root that `ts` means: a message, or the root of the reply that it names. */
export function getThreadRoot(channel: Channel, ts: string): MessageRow | null {
  const named = getMessageRow(channel.sql, tsToMicros(ts));
  const root = named?.thread ? getMessageRow(channel.sql, named.thread) : named;
  return root && (!root.erased || root.shown) ? root : null;
}
