import type { EncodedEvent } from '../channel/context.ts';
import type { Audience, Whose } from '../channel/sockets/fan-out.ts';

/** What a channel tells an object that holds sockets for it. */
export type RelayRpc = {
  /**
   * Consecutive events of the channel, the first of which follows `after`. Answers how many sockets there are, so that a
   * relay without any is told no more.
   */
  push(after: number, events: readonly EncodedEvent[]): Promise<{ sockets: number }>;
  /** A frame that has no place in the log. */
  tell(audience: Audience, frame: string): Promise<void>;
  /** These sockets are closed when this returns. */
  evict(whose: Whose, code: number): Promise<void>;
  /** The channel could not tell everything: all sockets are closed when this returns, to come back and resume. */
  reset(): Promise<void>;
};

/** How a channel answers a socket that has arrived at a relay. */
export type Joined =
  | { close: number }
  /** The frames that greet it; what follows `seq` comes by `push`. */
  | { frames: string[]; seq: number };
