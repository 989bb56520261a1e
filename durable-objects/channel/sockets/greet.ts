import type { HelloFrame } from '../../../shared/protocol/channel-socket.ts';
import { protocolVersion } from '../../../shared/protocol/sockets.ts';
import { microsToTs } from '../../../shared/timestamps.ts';
import type { ResumePoint } from '../../storage/arrival.ts';
import type { MemberRow } from '../access.ts';
import { bookmarksOf } from '../attached/bookmarks.ts';
import { channelInfo, type Channel } from '../context.ts';
import { eventsFrame } from '../log/events-frame.ts';
import { readHistory } from '../messages/history.ts';
import { resumeFrom } from '../log/log.ts';

/** Messages in the page that opens a channel: a screen and a half. */
const firstPage = 50;

/**
 * The frames that open a conversation over a socket: either `hello` and what was missed since the resume point, or
 * `hello` with the channel as it stands, which is also how a channel is opened for the first time.
 */
export function greeting(channel: Channel, member: MemberRow | null, resume: ResumePoint | null): string[] {
  const hello = { type: 'hello', protocol: protocolVersion, epoch: channel.row.epoch, seq: channel.seq } as const;
  const missed = resume && resumeFrom(channel, resume.epoch, resume.seq);
  if (missed) {
    const frame = JSON.stringify({ ...hello, resumed: true } satisfies HelloFrame);
    return missed.length === 0 ? [frame] : [frame, eventsFrame(missed)];
  }
  const { messages, hasMore } = readHistory(channel, { limit: firstPage });
  const snapshot: HelloFrame['snapshot'] = {
    channel: channelInfo(channel),
    is_member: member !== null,
    last_read: microsToTs(member?.last_read ?? 0),
    messages: messages.reverse(),
    has_more: hasMore,
    bookmarks: bookmarksOf(channel.sql),
  };
  return [JSON.stringify({ ...hello, resumed: false, snapshot } satisfies HelloFrame)];
}
