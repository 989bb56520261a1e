import { isDirect, type ChannelInfo } from '../../../shared/channel.ts';
import { refuse, type Outcome } from '../../../shared/errors.ts';
import { accessChannel, accessForSettings, checkMayManage, getMember } from '../access.ts';
import { channelInfo, type Channel, type Viewer } from '../context.ts';
import { channelType, commonFields } from '../log/events-of.ts';
import { appendEvent } from '../log/log.ts';
import { appendSystemMessage } from '../messages/post.ts';
import { addMember, removeMember } from '../unread/read-state.ts';

/** Joins a public channel. Joining twice is no error, as in Slack. */
export function doJoin(opened: Channel | null, viewer: Viewer): Outcome<{ channel: ChannelInfo; already: boolean }> {
  const access = accessChannel(opened, viewer);
  if (!access.ok) return access;
  const { channel } = access;
  if (isDirect(channel.row.kind)) return refuse('method_not_supported_for_channel_type');
  if (access.member) return { ok: true, channel: channelInfo(channel), already: true };
  if (channel.row.isArchived) return refuse('is_archived');
  enter(channel, viewer.userId);
  return { ok: true, channel: channelInfo(channel), already: false };
}

/** Brings people in. `userIds` are active people of the workspace; that is checked where the directory is. */
export function doInvite(
  opened: Channel | null,
  viewer: Viewer,
  userIds: readonly string[],
): Outcome<{ channel: ChannelInfo; added: string[]; alreadyIn: string[] }> {
  const access = accessForSettings(opened, viewer);
  if (!access.ok) return access;
  if (userIds.length === 0) return refuse('no_user');
  if (userIds.includes(viewer.userId)) return refuse('cant_invite_self');
  const added: string[] = [];
  const alreadyIn: string[] = [];
  for (const userId of new Set(userIds)) {
    if (getMember(access.channel.sql, userId)) alreadyIn.push(userId);
    else {
      enter(access.channel, userId, viewer.userId);
      added.push(userId);
    }
  }
  if (added.length === 0) return refuse('already_in_channel');
  return { ok: true, channel: channelInfo(access.channel), added, alreadyIn };
}

/** Whether the viewer may leave. Leaving a channel that one is not in is no error (Slack's `not_in_channel: true`). */
export function checkLeave(opened: Channel | null, viewer: Viewer): Outcome<{ channel: Channel; isMember: boolean }> {
  const access = accessChannel(opened, viewer);
  if (!access.ok) return access;
  const { row } = access.channel;
  if (isDirect(row.kind)) return refuse('method_not_supported_for_channel_type');
  if (row.isGeneral) return refuse('cant_leave_general');
  return { ok: true, channel: access.channel, isMember: access.member !== null };
}

export function doLeave(opened: Channel | null, viewer: Viewer): Outcome<{ left: boolean }> {
  const check = checkLeave(opened, viewer);
  if (!check.ok) return check;
  if (check.isMember) exit(check.channel, viewer.userId);
  return { ok: true, left: check.isMember };
}

/** Whether the viewer may remove that person: the channel's creator and administrators may. */
export function checkKick(opened: Channel | null, viewer: Viewer, userId: string): Outcome<{ channel: Channel }> {
  const access = accessForSettings(opened, viewer);
  if (!access.ok) return access;
  const { channel } = access;
  if (userId === viewer.userId) return refuse('cant_kick_self');
  if (channel.row.isGeneral) return refuse('cant_kick_from_general');
  const forbidden = checkMayManage(channel, viewer);
  if (forbidden) return forbidden;
  return getMember(channel.sql, userId) ? { ok: true, channel } : refuse('not_in_channel');
}

export function doKick(opened: Channel | null, viewer: Viewer, userId: string): Outcome<object> {
  const check = checkKick(opened, viewer, userId);
  if (!check.ok) return check;
  exit(check.channel, userId, viewer.userId);
  return { ok: true };
}

/** People whom an import puts into the channel: caught up, and without a line in the history for each. */
export function doImportMembers(channel: Channel, userIds: readonly string[]): void {
  for (const userId of userIds) if (!getMember(channel.sql, userId)) enterSilently(channel, userId);
}

/** Which people to read: those whose ids come after `after`. */
export type MembersRange = { after?: string | undefined; limit: number };

/** A page of the people in the channel, in the order of their ids. */
export function readMembers(channel: Channel, range: MembersRange): { members: string[]; next: string | null } {
  const rows = channel.sql
    .exec<{ user_id: string }>(
      'SELECT user_id FROM members WHERE user_id > ? ORDER BY user_id LIMIT ?',
      range.after ?? '',
      range.limit + 1,
    )
    .toArray();
  const members = rows.slice(0, range.limit).map((row) => row.user_id);
  return { members, next: rows.length > range.limit ? (members.at(-1) ?? null) : null };
}

function enter(channel: Channel, userId: string, inviter?: string): void {
  enterSilently(channel, userId, inviter);
  appendSystemMessage(channel, userId, `<@${userId}> has joined the channel`, {
    subtype: channel.row.kind === 'private' ? 'group_join' : 'channel_join',
    ...(inviter === undefined ? {} : { inviter }),
  });
}

/** Also how a new channel's first members enter. */
export function enterSilently(channel: Channel, userId: string, inviter?: string): void {
  const at = channel.nextMicros();
  addMember(channel, userId, at);
  appendEvent(channel, at, {
    type: 'member_joined_channel',
    user: userId,
    ...commonFields(channel, at),
    ...channelType(channel),
    team: channel.row.workspace,
    ...(inviter === undefined ? {} : { inviter }),
  });
}

function exit(channel: Channel, userId: string, actor?: string): void {
  const subtype = channel.row.kind === 'private' ? 'group_leave' : 'channel_leave';
  const text = actor === undefined ? 'has left the channel' : `was removed from the channel by <@${actor}>`;
  appendSystemMessage(channel, userId, `<@${userId}> ${text}`, { subtype });
  leaveSilently(channel, userId, actor);
}

function leaveSilently(channel: Channel, userId: string, actor?: string): void {
  removeMember(channel, userId);
  const at = channel.nextMicros();
  appendEvent(channel, at, {
    type: 'member_left_channel',
    user: userId,
    ...commonFields(channel, at),
    ...channelType(channel),
    team: channel.row.workspace,
    ...(actor === undefined ? {} : { actor }),
  });
}
