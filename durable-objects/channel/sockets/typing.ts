import type { ChannelServerFrame } from '../../../shared/protocol/channel-socket.ts';
import { accessForWriting } from '../access.ts';
import type { Channel, Viewer } from '../context.ts';
import type { Audience } from './fan-out.ts';

/** How often it is passed on that somebody is typing: a little more often than clients say so. Milliseconds. */
export const passedOnEvery = 2_000;

/** Who is typing, on its way from one client to the others. Stored nowhere, and not even remembered. */
export class Typing {
  /** When each person was last passed on, the latest last. */
  readonly #passedOn = new Map<string, number>();

  /** Whom to tell what; null when it is too soon, or the person could not post here anyway. `now` in milliseconds. */
  tell(
    opened: Channel | null,
    viewer: Viewer,
    thread: string | undefined,
    now: number,
  ): { audience: Audience; frame: ChannelServerFrame } | null {
    const { userId } = viewer;
    this.#forgetBefore(now - passedOnEvery);
    if (this.#passedOn.has(userId) || !accessForWriting(opened, viewer).ok) return null;
    this.#passedOn.set(userId, now);
    const frame: ChannelServerFrame = {
      type: 'typing',
      user: userId,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    };
    return { audience: { allBut: userId, thread }, frame };
  }

  #forgetBefore(time: number): void {
    for (const [userId, at] of this.#passedOn) {
      if (at > time) return;
      this.#passedOn.delete(userId);
    }
  }
}
