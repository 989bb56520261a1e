import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, vi, type MockInstance } from 'vitest';
import { noDnd, type PersonPresence, type Presence } from '../../shared/presence.ts';
import { SessionObject } from '../session/session.ts';
import { sessionOf } from '../session/stub.ts';
import { TestSocket } from './socket.ts';
import { eventually, setClock } from './time.ts';
import { newWorkspace, type ann } from './workspace.ts';

type Somebody = Pick<typeof ann, 'userId'>;
type Calls = {
  /** Sessions are told how somebody is. */
  told: MockInstance<SessionObject['presenceOf']>;
  /** Sessions are asked how their person is. */
  asked: MockInstance<SessionObject['watchPresence']>;
};

let workspace = '';

/** For tests of who sees whom: each has a workspace of its own, a clock that stands, and the calls between sessions. */
export function setPresenceScene(): () => Calls {
  let calls: Calls | null = null;
  beforeEach(async () => {
    workspace = await newWorkspace();
    setClock('2030-03-01T12:00:00Z');
    calls = {
      told: vi.spyOn(SessionObject.prototype, 'presenceOf'),
      asked: vi.spyOn(SessionObject.prototype, 'watchPresence'),
    };
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  return () => {
    if (!calls) throw new Error('no test has begun');
    return calls;
  };
}

export const stubOf = ({ userId }: Somebody) => env.SESSION.getByName(`${workspace}:${userId}`);
export const session = ({ userId }: Somebody) => sessionOf(env, workspace, userId);
export const person = (user: string, presence: Presence) => ({ user, presence, dnd: noDnd });
/** The frame in which a device hears of these. */
export const shown = (...people: PersonPresence[]) => ({ type: 'presence', people, unknown: [] });

/** A device of the person, booted. */
export async function open(who: typeof ann, device?: string): Promise<TestSocket> {
  const socket = await TestSocket.open(stubOf(who), who, device === undefined ? {} : { session: device });
  await socket.frame('boot');
  return socket;
}

export const presences = ({ frames }: TestSocket) => frames.filter(({ type }) => type === 'presence');
export const nthPresence = (socket: TestSocket, n: number) => socket.until(() => presences(socket)[n - 1]);

/** The device has these on screen; resolves when it has heard of them. */
export async function watch(socket: TestSocket, ...people: Somebody[]): Promise<void> {
  const before = presences(socket).length;
  socket.send({ type: 'watch_presence', users: people.map(({ userId }) => userId) });
  await nthPresence(socket, before + 1);
}

/** Waits until the person's last device is going; when they are away, in milliseconds. */
export async function leaving(who: Somebody): Promise<number> {
  return eventually(() =>
    runInDurableObject(stubOf(who), (_object, { storage }) => {
      return storage.sql.exec<{ away_at: number | null }>('SELECT away_at FROM availability').one().away_at;
    }),
  );
}

export const watchersOf = (who: Somebody) =>
  runInDurableObject(stubOf(who), (_object, { storage }) => storage.sql.exec('SELECT * FROM watchers').toArray());
