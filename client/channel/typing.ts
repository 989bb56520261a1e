import { typingInterval, typingTimeout, type ChannelClientFrame } from '../../shared/protocol/channel-socket.ts';
import type { ChannelState } from './channel-state.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../store.ts';

/** Who is writing in a channel, and telling others that this person is. */
export interface Typing {
  /** Somebody else is writing; forgotten when it is not said again for a while. */
  hear(user: string, rootTs: string | undefined): void;
  /** This person is writing; said now and then only, and not at all without a connection. */
  say(rootTs: string | undefined): void;
  /** Nobody is known to be writing any more. */
  clear(): void;
}

export function createTyping(
  store: Store<ChannelState>,
  clock: Clock,
  send: (frame: ChannelClientFrame) => boolean,
): Typing {
  const { self } = store.get();
  /** Cancels the forgetting of each, by place and person. */
  const expiries = new Map<string, () => void>();
  const saidAt = new Map<string, number>();

  function forget(user: string, threadTs: string | null) {
    store.update((state) => {
      const typing = state.typing.filter((person) => person.user !== user || person.threadTs !== threadTs);
      return typing.length === state.typing.length ? state : { ...state, typing };
    });
  }

  return {
    hear(user, rootTs) {
      if (user === self) return;
      const threadTs = rootTs ?? null;
      const key = `${threadTs} ${user}`;
      expiries.get(key)?.();
      expiries.set(
        key,
        clock.after(typingTimeout, () => {
          expiries.delete(key);
          forget(user, threadTs);
        }),
      );
      store.update((state) => {
        const isKnown = state.typing.some((person) => person.user === user && person.threadTs === threadTs);
        return isKnown ? state : { ...state, typing: [...state.typing, { user, threadTs }] };
      });
    },
    say(rootTs) {
      const place = rootTs ?? '';
      const now = clock.now();
      if (now - (saidAt.get(place) ?? -Infinity) < typingInterval) return;
      if (send({ type: 'typing', ...(rootTs !== undefined && { thread_ts: rootTs }) })) saidAt.set(place, now);
    },
    clear() {
      for (const cancel of expiries.values()) cancel();
      expiries.clear();
      store.update((state) => (state.typing.length === 0 ? state : { ...state, typing: [] }));
    },
  };
}
