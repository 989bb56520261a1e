import { isDirect, type SidebarChannel } from '../../../shared/channel.ts';

/** What a conversation is called in the sidebar: its name, or the people of a direct message. */
export function channelLabel(channel: SidebarChannel, nameOf: (id: string) => string): string {
  if (!isDirect(channel.kind)) return channel.name;
  const names = (channel.members ?? []).map(nameOf);
  return names.join(', ') || channel.name || 'Direct message';
}

/** A name as one says it: channels with their sign. */
export function spokenLabel(channel: SidebarChannel, nameOf: (id: string) => string): string {
  const label = channelLabel(channel, nameOf);
  return isDirect(channel.kind) ? label : `#${label}`;
}
