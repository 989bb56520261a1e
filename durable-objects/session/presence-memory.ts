import { BoundedMap } from '../../shared/bounded-map.ts';
import { Courier } from '../channel/telling/courier.ts';
import type { PresenceWord } from './presence.ts';

/** A device that asks now and then instead of holding a socket. Times in milliseconds. */
export type Poller = {
  isActive: boolean;
  heardAt: number;
  watching: readonly string[];
  watchedAt: number;
  /** `changes` of the memory, when the device heard of presence last. */
  seen: number;
};

/** What somebody's session said of them; `until`: it says so again, when it changes, up to here. Milliseconds. */
type Known = PresenceWord & { until: number };

/** More people than one has on screen. */
const maxKnown = 2_000;
/** More sessions than one scrolls by within a minute. */
const maxAsksPerMinute = 1_000;

/** Of presence, what a hibernation may forget: each of it is said again within a few minutes, or with the next poll. */
export class PresenceMemory {
  /** One call at a time to each watcher; what it says is read when it leaves. */
  readonly watchers: Courier;
  readonly pollers = new Map<string, Poller>();
  readonly #known = new BoundedMap<string, Known>(maxKnown);
  /** Whose sessions are being asked. */
  readonly asking = new Set<string>();
  /** Changes of what is known, counted. */
  changes = 0;
  #asks = { minute: 0, count: 0 };

  /** `tell` takes care of its failures itself. */
  constructor(tell: (watcher: string) => Promise<void>) {
    this.watchers = new Courier({ tell, retryLater: () => undefined });
  }

  get(userId: string): Known | undefined {
    return this.#known.get(userId);
  }

  /** Takes a session's word, unless a newer one is known: an answer may come after the change that followed it. */
  hear(word: PresenceWord, until: number): void {
    const known = this.#known.get(word.state.user);
    this.#known.set(word.state.user, { ...(known && known.turn > word.turn ? known : word), until });
    this.changes += 1;
  }

  /** How many of so many sessions may be asked now. Milliseconds. */
  takeAsks(wanted: number, now: number): number {
    const minute = Math.floor(now / 60_000);
    if (minute !== this.#asks.minute) this.#asks = { minute, count: 0 };
    const taken = Math.min(wanted, maxAsksPerMinute - this.#asks.count);
    this.#asks.count += taken;
    return taken;
  }
}
