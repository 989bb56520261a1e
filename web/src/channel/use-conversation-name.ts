import type { ChannelInfo, SidebarChannel } from '../../../shared/channel.ts';
import { useSelected } from '../app/use-selected.ts';
import { personNameOf } from '../people/naming.ts';
import { useNames } from '../people/people-context.tsx';
import { channelLabel } from '../sidebar/channel-label.ts';

/** What a conversation is called, and how one says it. */
export function useConversationName(
  inSidebar: SidebarChannel | undefined,
  info: ChannelInfo | null,
): { name: string; spoken: string } {
  const { users, self } = useNames();
  const name = useSelected(users.store, (known) =>
    inSidebar
      ? channelLabel(inSidebar, (id) => personNameOf(known.get(id) ?? users.get(id), ''), self)
      : (info?.name ?? ''),
  );
  const kind = info?.kind ?? inSidebar?.kind ?? 'public';
  return { name, spoken: kind === 'public' || kind === 'private' ? `#${name}` : name };
}
