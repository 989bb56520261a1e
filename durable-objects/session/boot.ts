import type { BootFrame } from '../../shared/protocol/session-socket.ts';
import { protocolVersion } from '../../shared/protocol/sockets.ts';
import { activityStanding } from './activity.ts';
import { sectionsJson } from './arrange.ts';
import { channelPreferencesJson } from './channel-preferences.ts';
import { dndOf, dndScheduleOf } from './dnd.ts';
import { draftsJson } from './drafts.ts';
import type { Identity } from './identity.ts';
import type { Person } from './person.ts';
import { preferencesJson } from './preferences.ts';
import { ownPresenceOf } from './presence.ts';
import { savedJson } from './saved.ts';
import { channelsJson } from './sidebar.ts';
import { unreadThreadsJson } from './threads.ts';

/**
 * The boot frame, encoded: everything as it stands in this one synchronous stretch. What is kept as JSON goes in as it is,
 * so that the cost is that of joining strings.
 */
export function bootJson(person: Person, identity: Identity): string {
  const { sql } = person;
  const activity = activityStanding(sql);
  const fields: Record<Exclude<keyof BootFrame, 'type' | 'protocol' | keyof Identity>, string> = {
    channels: channelsJson(sql),
    channel_preferences: channelPreferencesJson(sql),
    preferences: preferencesJson(sql),
    sections: sectionsJson(sql),
    unread_threads: unreadThreadsJson(sql),
    unread_activity: JSON.stringify(activity.unread),
    has_new_activity: JSON.stringify(activity.has_new),
    drafts: draftsJson(sql),
    saved: savedJson(sql),
    dnd: JSON.stringify(dndOf(sql, person.now())),
    dnd_schedule: JSON.stringify(dndScheduleOf(sql)),
    presence: JSON.stringify(ownPresenceOf(person)),
  };
  const known: Pick<BootFrame, 'type' | 'protocol' | keyof Identity> = {
    type: 'boot',
    protocol: protocolVersion,
    ...identity,
  };
  const rest = Object.entries(fields).map(([name, json]) => `"${name}":${json}`);
  return `${JSON.stringify(known).slice(0, -1)},${rest.join(',')}}`;
}
