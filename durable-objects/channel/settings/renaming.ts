import type { ChannelInfo } from '../../../shared/channel.ts';
import { refuse, type Outcome } from '../../../shared/errors.ts';
import { channelInfo, type Channel, type Stretch, type Viewer } from '../context.ts';
import { getListedName, reserveName, type OpenShard } from '../members/directory-copy.ts';
import { changeRow, checkRename, doRename } from './settings.ts';

/**
 * Renames the channel. The directory decides whether the name is free, so it is taken there first; before that the
 * intent goes to disk, so that a crash in between is finished by `finishRename` and the two never differ for long.
 */
export async function renameChannel(
  change: Stretch,
  openShard: OpenShard,
  viewer: Viewer,
  name: string,
): Promise<Outcome<{ channel: ChannelInfo }>> {
  const allowed = change((channel) => {
    const check = checkRename(channel, viewer);
    if (check.ok) changeRow(check.channel, { pendingName: { name, user: viewer.userId } });
    return check;
  });
  if (!allowed.ok) return allowed;
  const { channel } = allowed;
  if (name === channel.row.name || !(await reserveName(await openShard(channel.row.workspace), channel.row, name))) {
    change(() => changeRow(channel, { pendingName: null }));
    return name === channel.row.name ? { ok: true, channel: channelInfo(channel) } : refuse('name_taken');
  }
  change(() => doRename(channel, viewer.userId, name));
  return { ok: true, channel: channelInfo(channel) };
}

/** After a crash: the name was taken in the directory, and is taken here too; or it was not, and nothing happened. */
export async function finishRename(change: Stretch, openShard: OpenShard, channel: Channel): Promise<void> {
  const pending = channel.row.pendingName;
  if (!pending) return;
  const listed = await getListedName(await openShard(channel.row.workspace), channel.row);
  change(() => {
    if (listed === pending.name) doRename(channel, pending.user, pending.name);
    else changeRow(channel, { pendingName: null });
  });
}
