import { findActivePeople } from '../../migrations/active-people.ts';
import { accessShard } from '../../migrations/shards.ts';
import { UserId } from '../../shared/ids.ts';
import { inParallel } from '../../shared/in-parallel.ts';
import type { PersonPresence } from '../../shared/presence.ts';
import { presenceRefresh, type SessionServerFrame } from '../../shared/protocol/session-socket.ts';
import type { User } from '../../shared/user.ts';
import type { Duty } from './duties.ts';
import { inTime } from '../storage/in-time.ts';
import { isOnScreen, lease, watchedBy, watchingSockets } from './on-screen.ts';
import type { Device, DeviceSocket, Person } from './person.ts';
import { hearPoller } from './pollers.ts';
import type { PresenceWord } from './presence.ts';
import { sendTo } from './send-to.ts';
import { sessionOf } from './stub.ts';
import { nextUnanswered, noteUnanswered, takeUnanswered } from './unanswered.ts';

/** A lease with less than this left is renewed when a device says again whom it has on screen. Milliseconds. */
const renewBefore = 1.5 * presenceRefresh;
/** Sessions that are asked at once. */
const parallel = 20;

/** A device says whom it has on screen: what is known comes at once, and the others' sessions are asked. */
export function watchPresence(person: Person, device: Device, users: readonly string[]): void {
  const now = person.now();
  // What is no id is nobody's, and may be too long for the socket's memory.
  const watching = [...new Set(users)].filter((id) => UserId.safeParse(id).success);
  const { socket } = device;
  if (!socket) hearPoller(person, device.session, { watching, watchedAt: now, seen: -1 });
  else if (socket.state) socket.setState({ ...socket.state, watching, watchedAt: now, heardAt: now });
  const known = knownOf(person, watching, now + renewBefore);
  if (socket) sendPresence(socket, known, []);
  const answered = new Set(known.map(({ user }) => user));
  const rest = watching.filter((id) => !answered.has(id));
  // After the stretch, since it calls other objects.
  if (rest.length > 0) queueMicrotask(() => void ask(person, rest));
}

/** For a device that polls, which is so heard of: what is known of those whom it watches, if there is news. */
export function watchedPresence(person: Person, session: string): SessionServerFrame[] {
  const { changes } = person.presence;
  const { seen, watching } = hearPoller(person, session);
  if (seen === changes) return [];
  hearPoller(person, session, { seen: changes });
  const people = knownOf(person, watching, person.now());
  return people.length > 0 ? [{ type: 'presence', people, unknown: [] }] : [];
}

/** Somebody's session says how they are now to be reached. False: they are on no screen here, and it need not say more. */
export function hearPresence(person: Person, word: PresenceWord, user: User | null): boolean {
  const { presence } = person;
  const id = word.state.user;
  const isAwaited = isOnScreen(person, id);
  presence.hear(word, isAwaited ? (presence.get(id)?.until ?? 0) : 0);
  for (const socket of watchingSockets(person, id)) {
    // The profile first: the other says of when it is, and whoever had an older one would look it up.
    if (user) sendTo(socket, { type: 'user', user });
    sendPresence(socket, [presence.get(id)?.state ?? word.state], []);
  }
  return isAwaited;
}

/** Asks those again who did not answer, if they are still on some screen. */
export const unansweredDuty: Duty = {
  name: 'unanswered',
  next: nextUnanswered,
  run: (person) =>
    ask(
      person,
      takeUnanswered(person, (id) => isOnScreen(person, id)),
    ),
};

/** Asks the sessions of these people, and tells the devices that have them on screen, each in one frame. */
async function ask(person: Person, userIds: readonly string[]): Promise<void> {
  const { presence } = person;
  const asked = userIds.filter((id) => !presence.asking.has(id));
  if (asked.length === 0) return;
  for (const id of asked) presence.asking.add(id);
  const unknown = await askAll(person, asked);
  for (const id of asked) presence.asking.delete(id);
  noteUnanswered(person, asked, unknown);
  const wasAsked = new Set(asked);
  for (const socket of person.sockets()) {
    const watching = watchedBy(person, socket).filter((id) => wasAsked.has(id));
    // What has been heard meanwhile is newer than the answers.
    const people = watching.flatMap((id) => (unknown.has(id) ? [] : (presence.get(id)?.state ?? [])));
    sendPresence(
      socket,
      people,
      watching.filter((id) => unknown.has(id)),
    );
  }
}

/** Those who could not be asked, or did not answer; never rejects. */
async function askAll(person: Person, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { env, workspaceId, presence } = person;
  const count = presence.takeAsks(userIds.length, person.now());
  const unknown = new Set(userIds.slice(count));
  try {
    // A made-up id must not make an object.
    const db = await accessShard(env, workspaceId);
    const people = await findActivePeople(db, workspaceId, userIds.slice(0, count));
    await inParallel([...people], parallel, async (id) => {
      if (!(await askOne(person, id))) unknown.add(id);
    });
    return unknown;
  } catch (error) {
    // The directory does not say who is who.
    console.error({ message: 'presence is not known', workspaceId, error: String(error) });
    return new Set(userIds);
  }
}

/** False: the session does not answer. */
async function askOne({ env, workspaceId, userId, presence, now }: Person, other: string): Promise<boolean> {
  const until = now() + lease;
  try {
    presence.hear(await inTime(sessionOf(env, workspaceId, other).watchPresence(userId, until)), until);
    return true;
  } catch {
    return false;
  }
}

/** What is known of these people, by leases that last longer than that; none is of a clock that came back from the future. */
function knownOf({ presence, now }: Person, userIds: readonly string[], beyond: number): PersonPresence[] {
  return userIds.flatMap((id) => {
    const known = presence.get(id);
    return known && known.until > beyond && known.until <= now() + lease ? known.state : [];
  });
}

function sendPresence(socket: DeviceSocket, people: PersonPresence[], unknown: string[]): void {
  if (people.length + unknown.length > 0) sendTo(socket, { type: 'presence', people, unknown });
}
