import type { SidebarChannel } from '../../../shared/channel.ts';
import { compareTs } from '../../../shared/timestamps.ts';

interface Authored {
  user?: string | undefined;
  ts: string;
}

/** When each person was last heard of: in a direct message with them, or in these messages. */
export function lastHeard(
  channels: Iterable<SidebarChannel>,
  messages: readonly Authored[],
): ReadonlyMap<string, string> {
  const heard = new Map<string, string>();
  const note = (user: string, ts: string) => {
    const before = heard.get(user);
    if (before === undefined || compareTs(ts, before) > 0) heard.set(user, ts);
  };
  for (const { kind, members = [], latest } of channels) {
    if (kind === 'im' || kind === 'mpim') for (const member of members) note(member, latest);
  }
  for (const { user, ts } of messages) if (user !== undefined) note(user, ts);
  return heard;
}
