import type { OwnPresence, PersonPresence, Presence } from '../../shared/presence.ts';
import { User } from '../../shared/user.ts';
import { getAvailability } from './availability.ts';
import { dndOf } from './dnd.ts';
import type { DeviceSocket, Person } from './person.ts';

/** A socket whose pings stopped this long ago is not connected any more; browsers slow hidden tabs down to one a minute. */
const silence = 150_000;
/** A device that polls is there for as long as this after it did. Milliseconds, both. */
const pollSilence = 30_000;

/** Who closes one page and opens the next, or looks up once more, has not been away in between. Milliseconds. */
export const awayDelay = 15_000;

type Seen = { isActive: boolean; heardAt: number };

/** The devices that are connected, over sockets or by polling; without the one that is leaving. */
export function devicesOf(person: Person, leaving: DeviceSocket | null = null): Seen[] {
  const now = person.now();
  const sockets = person
    .sockets()
    .filter(({ id }) => id !== leaving?.id)
    .map((socket) => ({ isActive: socket.state?.isActive === true, heardAt: person.heardAt(socket) }))
    .filter(({ heardAt }) => heardAt > now - silence);
  const pollers = [...person.presence.pollers.values()].filter(({ heardAt }) => heardAt > now - pollSilence);
  return [...sockets, ...pollers];
}

function presenceOf(person: Person): Presence {
  const { manual_away, away_at } = getAvailability(person.sql);
  if (manual_away) return 'away';
  if (devicesOf(person).some(({ isActive }) => isActive)) return 'active';
  // A time further ahead than any is said by a clock that has come back from the future.
  return away_at !== null && away_at > person.now() && away_at <= person.now() + awayDelay ? 'active' : 'away';
}

/** The person's own, as their devices show it. */
export function ownPresenceOf(person: Person): OwnPresence {
  return { presence: presenceOf(person), manual_away: getAvailability(person.sql).manual_away === 1 };
}

/** As others may see it. */
export function personPresence(person: Person): PersonPresence {
  return { user: person.userId, presence: presenceOf(person), dnd: dndOf(person.sql, person.now()) };
}

/** The same, as sessions tell it to one another: what comes late is known by its turn. It says of when the profile is, too. */
export type PresenceWord = { state: PersonPresence; turn: number };

export function presenceWord(person: Person): PresenceWord {
  const { turn, profile } = getAvailability(person.sql);
  const updated = profile === null ? {} : Updated.parse(JSON.parse(profile));
  return { state: { ...personPresence(person), ...updated }, turn };
}

const Updated = User.pick({ updated: true }).strip();

/** How presence comes about: what users.getPresence says to the person themselves. `lastActivity` in seconds. */
export type PresenceDetails = OwnPresence & { connections: number; isActive: boolean; lastActivity: number | null };

export function presenceDetails(person: Person): PresenceDetails {
  const devices = devicesOf(person);
  const heard = devices.filter(({ isActive }) => isActive).map(({ heardAt }) => heardAt);
  return {
    ...ownPresenceOf(person),
    connections: devices.length,
    isActive: heard.length > 0,
    lastActivity: heard.length > 0 ? Math.floor(Math.max(...heard) / 1000) : null,
  };
}
