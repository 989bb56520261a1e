import { isDirect, maxTopicLength, type ChannelInfo } from '../../../shared/channel.ts';
import { refuse, type Outcome } from '../../../shared/errors.ts';
import { tsToMicros } from '../../../shared/timestamps.ts';
import { accessForSettings, accessForWriting, checkMayManage, accessChannel } from '../access.ts';
import type { ChannelRow } from '../channel-row.ts';
import { setChannelRow } from '../channel-row.ts';
import { channelInfo, type Channel, type Viewer } from '../context.ts';
import { commonFields } from '../log/events-of.ts';
import { appendEvent } from '../log/log.ts';
import { appendSystemMessage } from '../messages/post.ts';

type Changed = Outcome<{ channel: ChannelInfo }>;

/** Topic and purpose work alike: anybody in the channel sets them, and a line in the history says so. */
export function doDescribe(opened: Channel | null, viewer: Viewer, which: 'topic' | 'purpose', value: string): Changed {
  const access = accessForWriting(opened, viewer);
  if (!access.ok) return access;
  const { channel } = access;
  if (channel.row.kind === 'im') return refuse('method_not_supported_for_channel_type');
  if (value.length > maxTopicLength) return refuse('too_long');
  const text = value.toWellFormed();
  if (text === channel.row[which].value) return { ok: true, channel: channelInfo(channel) };
  const notice = text === '' ? `cleared the channel ${which}` : `set the channel ${which}: ${text}`;
  const prefix = channel.row.kind === 'private' ? 'group' : 'channel';
  const { ts } = appendSystemMessage(channel, viewer.userId, `<@${viewer.userId}> ${notice}`, {
    subtype: `${prefix}_${which}`,
    [which]: text,
  });
  // From the line in the history, so that a reader of events arrives at the same three values.
  const described = { value: text, creator: viewer.userId, last_set: Math.floor(tsToMicros(ts) / 1_000_000) };
  changeRow(channel, { [which]: described });
  return { ok: true, channel: channelInfo(channel) };
}

/** Whether the viewer may rename; asked before the name is reserved in the directory, and again when it is. */
export function checkRename(opened: Channel | null, viewer: Viewer): Outcome<{ channel: Channel }> {
  const access = accessForSettings(opened, viewer);
  if (!access.ok) return access;
  return checkMayManage(access.channel, viewer) ?? { ok: true, channel: access.channel };
}

/** Takes the name that the directory has reserved for this channel. */
export function doRename(channel: Channel, userId: string, name: string): void {
  const oldName = channel.row.name;
  const at = channel.nextMicros();
  changeRow(channel, { name, pendingName: null, previousNames: [...channel.row.previousNames, oldName] });
  appendEvent(channel, at, {
    type: 'channel_rename',
    ...commonFields(channel, at),
    name,
    old_name: oldName,
    user: userId,
  });
  const subtype = channel.row.kind === 'private' ? 'group_name' : 'channel_name';
  appendSystemMessage(channel, userId, `<@${userId}> has renamed the channel from "${oldName}" to "${name}"`, {
    subtype,
    old_name: oldName,
    name,
  });
}

export function doArchive(opened: Channel | null, viewer: Viewer): Changed {
  const access = accessChannel(opened, viewer);
  if (!access.ok) return access;
  const { channel } = access;
  if (isDirect(channel.row.kind)) return refuse('method_not_supported_for_channel_type');
  if (channel.row.isArchived) return refuse('already_archived');
  if (channel.row.isGeneral) return refuse('cant_archive_general');
  if (!access.member) return refuse('not_in_channel');
  const subtype = channel.row.kind === 'private' ? 'group_archive' : 'channel_archive';
  appendSystemMessage(channel, viewer.userId, `<@${viewer.userId}> archived the channel`, { subtype });
  return setArchived(channel, viewer, true);
}

/** An archive may be reopened by whoever was in it; a public one by anybody. */
export function doUnarchive(opened: Channel | null, viewer: Viewer): Changed {
  const access = accessChannel(opened, viewer);
  if (!access.ok) return access;
  const { channel } = access;
  if (!channel.row.isArchived) return refuse('not_archived');
  const answer = setArchived(channel, viewer, false);
  const subtype = channel.row.kind === 'private' ? 'group_unarchive' : 'channel_unarchive';
  appendSystemMessage(channel, viewer.userId, `<@${viewer.userId}> un-archived the channel`, { subtype });
  return answer;
}

function setArchived(channel: Channel, viewer: Viewer, isArchived: boolean): Changed {
  const at = channel.nextMicros();
  changeRow(channel, { isArchived });
  appendEvent(channel, at, {
    type: isArchived ? 'channel_archive' : 'channel_unarchive',
    ...commonFields(channel, at),
    user: viewer.userId,
  });
  return { ok: true, channel: channelInfo(channel) };
}

export function changeRow(channel: Channel, changes: Partial<ChannelRow>): void {
  channel.row = { ...channel.row, ...changes };
  setChannelRow(channel.sql, channel.row);
}
