import { refuse, type Outcome } from '../../../shared/errors.ts';
import { tsToMicros } from '../../../shared/timestamps.ts';
import { accessForWriting, type MemberRow } from '../access.ts';
import type { Channel, Viewer } from '../context.ts';
import { getMessageRow, type MessageRow } from './message-rows.ts';

export type AccessedMessage = { channel: Channel; member: MemberRow; row: MessageRow };

/** The way to a message for those who change it, or what hangs on it: members, while it is not gone. */
export function accessMessageForWriting(opened: Channel | null, viewer: Viewer, ts: string): Outcome<AccessedMessage> {
  const access = accessForWriting(opened, viewer);
  if (!access.ok) return access;
  const found = accessMessage(access.channel, ts);
  return found.ok ? { ...access, row: found.row } : found;
}

/** The same for other parts of the system, which act for nobody in particular. */
export function accessMessage(channel: Channel | null, ts: string): Outcome<{ channel: Channel; row: MessageRow }> {
  if (!channel) return refuse('channel_not_found');
  const row = getMessageRow(channel.sql, tsToMicros(ts));
  return row && !row.erased ? { ok: true, channel, row } : refuse('message_not_found');
}
