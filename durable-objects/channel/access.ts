import { isDirect } from '../../shared/channel.ts';
import { refuse, type Outcome, type Refusal } from '../../shared/errors.ts';
import { isAdministrator } from '../../shared/user.ts';
import type { Channel, Viewer } from './context.ts';

/** A row of `members`; times and ids in microseconds, `knows` as in the schema. */
export type MemberRow = { user_id: string; joined: number; last_read: number; knows: number; keywords: string | null };

export function getMember(sql: SqlStorage, userId: string): MemberRow | null {
  return sql.exec<MemberRow>('SELECT * FROM members WHERE user_id = ?', userId).toArray()[0] ?? null;
}

/**
 * The only way to a channel: for those who may know of it. A private channel and one that does not exist answer the same
 * to everybody else, administrators included.
 */
export function accessChannel(
  channel: Channel | null,
  viewer: Viewer,
): Outcome<{ channel: Channel; member: MemberRow | null }> {
  if (!channel) return refuse('channel_not_found');
  const member = getMember(channel.sql, viewer.userId);
  if (!member && channel.row.kind !== 'public') return refuse('channel_not_found');
  return { ok: true, channel, member };
}

/** Access for writing messages and the like: members only, and not in an archive. */
export function accessForWriting(
  channel: Channel | null,
  viewer: Viewer,
): Outcome<{ channel: Channel; member: MemberRow }> {
  const access = accessChannel(channel, viewer);
  if (!access.ok) return access;
  if (!access.member) return refuse('not_in_channel');
  if (access.channel.row.isArchived) return refuse('is_archived');
  return { ok: true, channel: access.channel, member: access.member };
}

/** Access for changing the channel itself: no direct messages, which have no name and no door. */
export function accessForSettings(
  channel: Channel | null,
  viewer: Viewer,
): Outcome<{ channel: Channel; member: MemberRow }> {
  const access = accessForWriting(channel, viewer);
  if (access.ok && isDirect(access.channel.row.kind)) return refuse('method_not_supported_for_channel_type');
  return access;
}

/** Renaming and archiving: the creator's and the administrators' to do. */
export function checkMayManage(channel: Channel, viewer: Viewer): Refusal | null {
  const may = isAdministrator(viewer.role) || channel.row.creator === viewer.userId;
  return may ? null : refuse('restricted_action');
}
