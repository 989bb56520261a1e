import type { Connection } from 'partyserver';
import type { SessionServerFrame } from '../../shared/protocol/session-socket.ts';
import type { PresenceMemory } from './presence-memory.ts';

/** What is kept with a device's socket once it has booted, across hibernation. */
export type Attachment = {
  session: string;
  /** Whether it has talked out of turn. */
  offended: boolean;
  /** When it booted, or said something of presence last, in milliseconds. */
  heardAt: number;
  /** Whether the person is at it. */
  isActive: boolean;
  /** Whom it has on screen, and when it said so, in milliseconds. */
  watching: readonly string[];
  watchedAt: number;
};
export type DeviceSocket = Connection<Attachment>;

/** Who a client's frame comes from: a signed-in session, over a socket of its or in a poll. */
export type Device = { session: string; socket: DeviceSocket | null };

/**
 * One person in one workspace, as the files beside this one work on them. A capability is a function that takes it first;
 * most need only the database, a clock and somewhere to push to, and are tested with just that.
 */
export type Person = {
  readonly env: Env;
  readonly workspaceId: string;
  readonly userId: string;
  readonly sql: SqlStorage;
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * One synchronous stretch: all of it is written or nothing, and what it pushes leaves when it is through. Stretches may
   * lie in one another.
   */
  change<T>(work: () => T): T;
  /** To every device that has booted, but for the socket it came from. */
  push(frame: SessionServerFrame, from?: DeviceSocket | null): void;
  /** The sockets of devices that have booted. */
  sockets(): DeviceSocket[];
  /** When something came over the socket last, a ping at least. Milliseconds. */
  heardAt(socket: DeviceSocket): number;
  readonly presence: PresenceMemory;
  /** Whether the person is there: somebody is at one of their devices, and they have not set themselves away. */
  isActive(): boolean;
  /** Sees to it that the alarm rings then, or earlier; see `duties.ts`. Milliseconds. */
  ringBy(time: number): void;
};

/** What keeping something for a person takes: nothing of it knows of sockets or other objects. */
export type Keeper = Pick<Person, 'sql' | 'now' | 'push' | 'isActive' | 'ringBy'>;
