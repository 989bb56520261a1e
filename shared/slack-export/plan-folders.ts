import type { Layout } from './layout.ts';
import type { PlannedChannel } from './plan.ts';
import { planUnlistedChannel } from './plan-channels.ts';
import { quote, type Problem } from './problems.ts';

/**
 * Gives each channel the day files of its folder, which has the channel's name, or its id for a direct message, and
 * returns the channels that are known by their folder alone. `channels` come with the more private ones first: where two
 * claim one folder, what is in it stays as private as it may have been.
 */
export function assignFolders(
  channels: readonly PlannedChannel[],
  folders: Layout['folders'],
  problems: Problem[],
): PlannedChannel[] {
  const owners = new Map<string, PlannedChannel>();
  for (const channel of channels) {
    const candidates = channel.kind === 'im' ? [channel.id] : [channel.name.normalize('NFC'), channel.id];
    const folder = candidates.find((name) => folders.has(name));
    const owner = folder === undefined ? undefined : owners.get(folder);
    if (owner) {
      const detail = `The folder was taken for ${quote(owner.id)}; ${quote(channel.id)} has the same name.`;
      problems.push({ code: 'shared_folder', where: owner.name, detail });
    } else if (folder !== undefined) {
      owners.set(folder, channel);
      channel.days = folders.get(folder) ?? [];
    } else if (channel.kind === 'public' || channel.kind === 'private') {
      const detail = `There is no folder for ${quote(channel.id)}.`;
      problems.push({ code: 'channel_without_messages', where: channel.name, detail });
    }
  }
  const known = new Set(channels.map(({ id }) => id));
  return [...folders]
    .filter(([folder]) => !owners.has(folder))
    .map(([folder, days]) => {
      const detail = 'No list names this channel; it becomes a private one.';
      problems.push({ code: 'unlisted_channel', where: folder, detail });
      return { ...planUnlistedChannel(folder, known), days };
    });
}
