import type { RelayRpc } from '../../relay/relay-rpc.ts';
import type { EncodedEvent } from '../context.ts';
import type { Audience, Whose } from './fan-out.ts';

type RelaysDeps = {
  sql: SqlStorage;
  reach(number: number): RelayRpc;
  /** A relay is to be reset later. */
  retryLater(): void;
};

/** A relay that has sockets of this channel, or had when it was last heard of. */
type Relay = {
  rpc: RelayRpc;
  /** As the relay last said. */
  sockets: number;
  /** How many sockets have come to it; tells whether some came while it was saying that it has none. */
  joins: number;
  /** It could not be told something: it gets nothing more but the order to close its sockets. */
  isStale: boolean;
};

/**
 * The objects that hold the sockets that are too many for the channel itself. Each gets every frame once. Which there are
 * is on disk, so that a channel that wakes goes on telling them; how many sockets each has, the relays say.
 */
export class Relays {
  readonly #deps: RelaysDeps;
  readonly #relays = new Map<number, Relay>();

  constructor(deps: RelaysDeps) {
    this.#deps = deps;
    for (const { number, stale } of deps.sql.exec<{ number: number; stale: number }>('SELECT * FROM relays')) {
      this.#relays.set(number, this.#newRelay(number, stale === 1));
    }
  }

  /** Which relay a new socket is to go to, when one object takes `limit` of them. */
  place(limit: number): number {
    for (let number = 1; ; number += 1) {
      const relay = this.#relays.get(number);
      if (!relay || relay.sockets < limit) return number;
    }
  }

  /** A relay has a socket for this channel: from here on it is told everything. False: not now, it is to be reset first. */
  join({ number, sockets }: { number: number; sockets: number }): boolean {
    const present = this.#relays.get(number);
    if (present?.isStale) {
      this.#deps.retryLater();
      return false;
    }
    const relay = present ?? this.#newRelay(number, false);
    relay.sockets = sockets;
    relay.joins += 1;
    if (present) return true;
    this.#relays.set(number, relay);
    this.#deps.sql.exec('INSERT OR IGNORE INTO relays (number) VALUES (?)', number);
    return true;
  }

  push(events: readonly EncodedEvent[]): void {
    const after = (events[0]?.seq ?? 1) - 1;
    for (const [number, relay] of this.#relays) {
      const { joins } = relay;
      this.#call(number, relay, async () => {
        relay.sockets = (await relay.rpc.push(after, events)).sockets;
        if (relay.sockets === 0 && relay.joins === joins) this.#forget(number);
      });
    }
  }

  tell(audience: Audience, frame: string): void {
    for (const [number, relay] of this.#relays) this.#call(number, relay, () => relay.rpc.tell(audience, frame));
  }

  /** Resolves when these sockets are closed. Rejects when a relay cannot be reached; it gets nothing more then. */
  async evict(whose: Whose, code: number): Promise<void> {
    const calls = [...this.#relays].map(async ([number, relay]) => {
      if (relay.isStale) return this.#reset(number, relay);
      try {
        await relay.rpc.evict(whose, code);
      } catch (error) {
        this.#fail(number, relay);
        throw error;
      }
    });
    await Promise.all(calls);
  }

  /** The alarm: those that missed something close their sockets, which come back. */
  async resetStale(): Promise<void> {
    for (const [number, relay] of this.#relays) if (relay.isStale) await this.#reset(number, relay);
  }

  async #reset(number: number, relay: Relay): Promise<void> {
    await relay.rpc.reset();
    this.#forget(number);
  }

  #call(number: number, relay: Relay, call: () => Promise<void>): void {
    if (relay.isStale) return;
    call().catch(() => this.#fail(number, relay));
  }

  #fail(number: number, relay: Relay): void {
    if (relay.isStale) return;
    relay.isStale = true;
    this.#deps.sql.exec('UPDATE relays SET stale = 1 WHERE number = ?', number);
    this.#deps.retryLater();
  }

  #forget(number: number): void {
    this.#relays.delete(number);
    this.#deps.sql.exec('DELETE FROM relays WHERE number = ?', number);
  }

  #newRelay(number: number, isStale: boolean): Relay {
    return { rpc: this.#deps.reach(number), sockets: 0, joins: 0, isStale };
  }
}
