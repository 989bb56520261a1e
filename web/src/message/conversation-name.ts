import { isDirect } from '../../../shared/channel.ts';
import { useSelected } from '../app/use-selected.ts';
import { useNames } from '../people/people-context.tsx';
import { personNameOf } from '../people/naming.ts';
import { spokenLabel } from '../sidebar/channel-label.ts';

/** A conversation's name as one says it: `#general`, or the people of a direct message. Null for one that the person is not in. */
export function useConversationName(id: string): { name: string; isDirect: boolean } | null {
  const { users, channels, self } = useNames();
  const channel = useSelected(channels, (known) => known.get(id));
  const name = useSelected(users.store, (known) =>
    channel ? spokenLabel(channel, (user) => personNameOf(known.get(user) ?? users.get(user), user), self) : null,
  );
  return channel && name !== null ? { name, isDirect: isDirect(channel.kind) } : null;
}
