import type { SessionState } from '../../../client/session/session-state.ts';
import type { User } from '../../../shared/user.ts';
import { personNameOf } from '../people/naming.ts';
import { spokenLabel } from '../sidebar/channel-label.ts';
import { draftsText } from './text.ts';

/** What a conversation is called where something was written to it: `#tea`, `Ada`, `Thread in #tea`. */
export function placeName(
  { channels }: Pick<SessionState, 'channels'>,
  users: ReadonlyMap<string, User>,
  channelId: string,
  threadTs: string | undefined,
): string {
  const t = draftsText();
  const channel = channels.get(channelId);
  if (!channel) return t.unknownPlace;
  const place = spokenLabel(channel, (id) => personNameOf(users.get(id), id));
  return threadTs === undefined ? place : t.inThread(place);
}
