import type { SidebarChannel } from '../../shared/channel.ts';
import { zeroTs } from '../../shared/timestamps.ts';
import type { ChannelNews } from '../session/session-rpc.ts';

/** A channel as it describes itself to somebody's session. */
export function sidebarChannel(id: string, changes: Partial<SidebarChannel> = {}): SidebarChannel {
  return {
    id,
    name: id.toLowerCase(),
    kind: 'public',
    is_general: false,
    is_archived: false,
    topic: '',
    last_read: zeroTs,
    has_unread: false,
    mention_count: 0,
    latest: zeroTs,
    ...changes,
  };
}

/** What a channel tells: nothing but how it looks, unless said. */
export function newsOf(
  channel: string,
  seq: number,
  { entry = sidebarChannel(channel), ...news }: Partial<ChannelNews> = {},
): ChannelNews {
  return {
    channel,
    seq,
    entry,
    threads: [],
    unfollowed: [],
    here: [],
    activity: [],
    uncalled: [],
    notices: [],
    ...news,
  };
}
