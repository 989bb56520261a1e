import { isDirect, type SidebarChannel } from '../../../shared/channel.ts';
import { personNameOf } from '../people/naming.ts';
import { useNames } from '../people/people-context.tsx';
import { useSelected } from '../app/use-selected.ts';
import { sidebarText } from './text.ts';

/** What a conversation is called in the sidebar: its name, or the people of a direct message; one with oneself is one's own. */
export function channelLabel(channel: SidebarChannel, nameOf: (id: string) => string, self?: string): string {
  if (!isDirect(channel.kind)) return channel.name;
  const names = (channel.members ?? []).map(nameOf);
  if (names.length === 0 && self !== undefined) return nameOf(self);
  if (names.length === 0) return channel.name || sidebarText().directMessage;
  return names.filter((name) => name !== '').join(', ');
}

/** A name as one says it: channels with their sign. */
export function spokenLabel(channel: SidebarChannel, nameOf: (id: string) => string, self?: string): string {
  const label = channelLabel(channel, nameOf, self);
  return isDirect(channel.kind) ? label : `#${label}`;
}

/** The label as it changes with people's names. */
export function useChannelLabel(channel: SidebarChannel): string {
  const { users, self } = useNames();
  return useSelected(users.store, (known) =>
    // Until they are known there is nothing to show: an id is no name.
    channelLabel(channel, (id) => personNameOf(known.get(id) ?? users.get(id), ''), self),
  );
}

/** Who it is with, where it is with one person: the other one, or oneself. */
export function partnerOf(channel: SidebarChannel, self: string): string | null {
  if (channel.kind !== 'im') return null;
  return channel.members?.[0] ?? self;
}
