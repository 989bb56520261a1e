import type { SidebarChannel } from '../../shared/channel.ts';
import type { FollowedThread } from '../../shared/followed-thread.ts';
import { compareTs } from '../../shared/timestamps.ts';
import type { ChannelCache } from './channel-cache.ts';
import { hasUnread } from './channel-selectors.ts';
import { reduceSession } from '../session/reduce-session.ts';
import { threadKey, type SessionState } from '../session/session-state.ts';
import type { Store } from '../store.ts';
import { stateOf } from './thread-reading.ts';

/**
 * The sidebar and the channels that are held here say the same of how far the person has read. Each hears of it by a
 * connection of its own, so either may be behind: a channel follows the sidebar, unless a move of this device is not known
 * there yet; then the sidebar follows the channel.
 */
export interface ReadSync {
  /** The session has told how a channel stands. */
  takeChannel(channel: SidebarChannel): void;
  /** The same for a thread. */
  takeThread(thread: FollowedThread): void;
  /** The person does not follow a thread any more. */
  dropThread(channel: string, rootTs: string): void;
  /** A channel's cursor was moved here. */
  showChannel(id: string): void;
  /** A thread's cursor was moved here. */
  showThread(id: string, rootTs: string): void;
}

export function createReadSync(session: Store<SessionState>, channels: Pick<ChannelCache, 'get'>): ReadSync {
  function showChannel(id: string) {
    const channel = session.get().channels.get(id);
    const state = channels.get(id)?.store.get();
    // Of a channel that was not heard of yet nothing is known that could be shown.
    if (channel === undefined || state === undefined || state.info === null) return;
    if (state.lastRead === channel.last_read) return;
    const isUnread = hasUnread(state) ?? channel.has_unread;
    const read = {
      last_read: state.lastRead,
      has_unread: isUnread,
      mention_count: isUnread ? channel.mention_count : 0,
    };
    session.update((before) => reduceSession(before, { type: 'channel', channel: { ...channel, ...read } }));
  }

  function showThread(id: string, rootTs: string) {
    const thread = session.get().unreadThreads.get(threadKey(id, rootTs));
    const lastRead = channels.get(id)?.store.get().threadStates.get(rootTs)?.lastRead;
    if (thread === undefined || lastRead === undefined || lastRead === thread.last_read) return;
    const isUnread = compareTs(thread.latest_reply, lastRead) > 0;
    const read = {
      last_read: lastRead,
      has_unread: isUnread,
      mention_count: isUnread ? thread.mention_count : 0,
    };
    session.update((before) => reduceSession(before, { type: 'thread', thread: { ...thread, ...read } }));
  }

  return {
    takeChannel({ id, last_read: lastRead }) {
      channels.get(id)?.setLastRead(lastRead);
      showChannel(id);
    },
    takeThread(thread) {
      const { channel, thread_ts: rootTs } = thread;
      channels.get(channel)?.reading.hear(rootTs, stateOf(thread));
      showThread(channel, rootTs);
    },
    dropThread: (channel, rootTs) => channels.get(channel)?.reading.unfollowed(rootTs),
    showChannel,
    showThread,
  };
}
