import { typingInterval, type ChannelServerFrame } from '../../../shared/protocol/channel-socket.ts';
import { accessForWriting } from '../access.ts';
import type { Channel, Viewer } from '../context.ts';
import { newestIn } from '../messages/newest.ts';
import type { Audience } from './fan-out.ts';

/** How often it is passed on that somebody is typing: a little more often than clients say so. Milliseconds. */
export const passedOnEvery = 2_000;

type TypingFrame = Extract<ChannelServerFrame, { type: 'typing' }>;

/** Who is typing, on its way from one client to the others. Stored nowhere, and remembered for as long as clients say it again. */
export class Typing {
  /** When each person was last passed on, the latest last. */
  readonly #passedOn = new Map<string, { at: number; frame: TypingFrame }>();

  /** Whom to tell what; null when it is too soon, or the person could not post here anyway. `now` in milliseconds. */
  tell(
    opened: Channel | null,
    viewer: Viewer,
    thread: string | undefined,
    now: number,
  ): { audience: Audience; frame: ChannelServerFrame } | null {
    const { userId } = viewer;
    this.#forgetBefore(now - typingInterval);
    const isTooSoon = (this.#passedOn.get(userId)?.at ?? 0) > now - passedOnEvery;
    if (isTooSoon || !accessForWriting(opened, viewer).ok) return null;
    const frame: TypingFrame = {
      type: 'typing',
      user: userId,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    };
    this.#passedOn.delete(userId);
    this.#passedOn.set(userId, { at: now, frame });
    return { audience: { allBut: userId, thread }, frame };
  }

  /** What somebody who asks now and then is told of the others, but of one who has just posted what they typed. */
  now(channel: Channel, { userId }: Viewer, now: number): ChannelServerFrame[] {
    this.#forgetBefore(now - typingInterval);
    return [...this.#passedOn].flatMap(([who, { at, frame }]) => {
      const newest = newestIn(channel);
      const hasPosted = newest.by === who && newest.id >= at * 1000;
      return who === userId || hasPosted ? [] : frame;
    });
  }

  #forgetBefore(time: number): void {
    for (const [userId, { at }] of this.#passedOn) {
      if (at > time) return;
      this.#passedOn.delete(userId);
    }
  }
}
