import { presenceRefresh } from '../../shared/protocol/session-socket.ts';
import type { DeviceSocket, Person } from './person.ts';

/** For how long somebody is watched who is on screen, unless that is said again; a watcher asks for no more. Milliseconds. */
export const lease = 2 * presenceRefresh;

/** Whom the device has on screen, as far as it has said so lately. */
export function watchedBy({ now }: Person, { state }: DeviceSocket): readonly string[] {
  return state && isFresh(state.watchedAt, now()) ? state.watching : [];
}

/** The devices that have the person on screen. */
export function watchingSockets(person: Person, userId: string): DeviceSocket[] {
  return person.sockets().filter((socket) => watchedBy(person, socket).includes(userId));
}

/** Whether some device has the person on screen, over a socket or by polling. */
export function isOnScreen(person: Person, userId: string): boolean {
  const { presence, now } = person;
  const isPolledFor = [...presence.pollers.values()].some(
    ({ watching, watchedAt }) => isFresh(watchedAt, now()) && watching.includes(userId),
  );
  return isPolledFor || watchingSockets(person, userId).length > 0;
}

/** Not said too long ago; nor in a future from which the clock came back. */
function isFresh(at: number, now: number): boolean {
  return at > now - lease && at <= now + lease;
}
