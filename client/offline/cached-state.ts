import type { HelloFrame } from '../../shared/protocol/channel-socket.ts';
import type { BootFrame } from '../../shared/protocol/session-socket.ts';
import { protocolVersion } from '../../shared/protocol/sockets.ts';
import type { ChannelState } from '../channel/channel-state.ts';
import type { CachedChannel } from './offline-cache.ts';
import { applySnapshot } from '../channel/reduce.ts';
import type { SessionState } from '../session/session-state.ts';

/** How many of a channel's messages a device remembers: the newest. */
const keptMessages = 200;

/** What is to be remembered of a channel; null when its live end is not held. */
export function toCachedChannel(state: ChannelState, shownAt: number): CachedChannel | null {
  const { id, epoch, seq, info, isMember, lastRead, bookmarks, hasNewer, parked } = state;
  const live = hasNewer ? parked : state;
  if (epoch === null || info === null || live === null) return null;
  const messages = live.messages.toArray().slice(-keptMessages);
  const hasOlder = live.from !== null || messages.length < live.messages.length;
  // Where nothing is left of what there was, it is not known where it began.
  if (hasOlder && messages.length === 0) return null;
  return {
    id,
    shownAt,
    epoch,
    seq,
    info,
    isMember,
    lastRead,
    bookmarks: [...bookmarks],
    messages,
    hasOlder,
  };
}

/** The channel as it was remembered, and what a snapshot leaves of what is shown already. */
export function applyCachedChannel(state: ChannelState, cached: CachedChannel): ChannelState {
  const hello: HelloFrame = {
    type: 'hello',
    protocol: protocolVersion,
    epoch: cached.epoch,
    seq: cached.seq,
    resumed: false,
    snapshot: {
      channel: cached.info,
      is_member: cached.isMember,
      last_read: cached.lastRead,
      messages: cached.messages,
      has_more: cached.hasOlder,
      bookmarks: cached.bookmarks,
    },
  };
  return applySnapshot(state, hello);
}

/** The boot that would give this state; null when there was none yet. */
export function toBoot(state: SessionState): BootFrame | null {
  const { workspace, self, dndSchedule, ownPresence } = state;
  if (workspace === null || self === null || dndSchedule === null || ownPresence === null) return null;
  return {
    type: 'boot',
    protocol: protocolVersion,
    workspace,
    self,
    channels: [...state.channels.values()],
    channel_preferences: Object.fromEntries(state.channelPreferences),
    preferences: state.preferences,
    sections: [...state.sections],
    unread_threads: [...state.unreadThreads.values()],
    unread_activity: state.unreadActivity,
    has_new_activity: state.hasNewActivity,
    drafts: [...state.drafts.values()],
    saved: [...state.saved.values()],
    dnd: state.dnd,
    dnd_schedule: dndSchedule,
    presence: ownPresence,
  };
}
