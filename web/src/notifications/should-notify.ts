import { defaultChannelPreferences, type ChannelPreferences, type NotifyLevel } from '../../../shared/preferences.ts';
import { type Dnd, isPaused } from '../../../shared/presence.ts';
import type { NoticeFrame } from '../../../shared/protocol/session-socket.ts';

/** What the decision takes into account. */
export interface Circumstances {
  self: string;
  /** For channels without a level of their own. */
  level: NotifyLevel;
  channel: ChannelPreferences | undefined;
  dnd: Dnd;
  /** Seconds since 1970. */
  now: number;
  /** The channel and thread that the person has in front of them; null when they look elsewhere. */
  inFront: { channel: string; threadTs: string | null } | null;
}

type Told = Pick<NoticeFrame, 'channel' | 'kind' | 'user' | 'thread_ts'>;

/** Whether this device should say something about a message that has arrived. */
export function shouldNotify(notice: Told, circumstances: Circumstances): boolean {
  const { self, channel = defaultChannelPreferences, dnd, now, inFront } = circumstances;
  if (notice.user === self || channel.is_muted || isPaused(dnd, now) || isSeen(notice, inFront)) return false;
  const level = channel.notify ?? circumstances.level;
  // With `nothing` for all channels direct messages still ring: they are said to one person.
  if (notice.kind === 'direct') return channel.notify !== 'nothing';
  return level !== 'nothing';
}

/** Whether a channel that has become unread should be told of although nothing in it calls the person. */
export function shouldNotifyOfUnread(channelId: string, circumstances: Circumstances): boolean {
  const { channel = defaultChannelPreferences, level, dnd, now, inFront } = circumstances;
  if ((channel.notify ?? level) !== 'all' || channel.is_muted || isPaused(dnd, now)) return false;
  return inFront?.channel !== channelId;
}

function isSeen(notice: Told, inFront: Circumstances['inFront']): boolean {
  if (inFront?.channel !== notice.channel) return false;
  // A reply is seen in its thread; what is in the channel is seen whether a thread is open or not.
  return notice.thread_ts === undefined || notice.kind !== 'reply' || inFront.threadTs === notice.thread_ts;
}
