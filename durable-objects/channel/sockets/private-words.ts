import type { ChannelServerFrame } from '../../../shared/protocol/channel-socket.ts';

/** How long a frame waits for devices that poll, and how many do: no device asks more seldom. Milliseconds. */
const kept = 60_000;
const maxKept = 200;

type Word = { to: string; at: number; frame: ChannelServerFrame; had: Set<string> };

/**
 * What was said to one person alone, and is stored nowhere, for their devices that ask now and then instead of holding a
 * socket: each gets it once. In memory, since an object that is asked every few seconds stays there.
 */
export class PrivateWords {
  #words: Word[] = [];

  add(to: string, frame: ChannelServerFrame, now: number): void {
    this.#words = [
      ...this.#words.filter(({ at }) => at > now - kept),
      { to, at: now, frame, had: new Set<string>() },
    ].slice(-maxKept);
  }

  /** What this device of the person has not had. */
  take(userId: string, session: string, now: number): ChannelServerFrame[] {
    const words = this.#words.filter(({ to, at, had }) => to === userId && at > now - kept && !had.has(session));
    for (const { had } of words) had.add(session);
    return words.map(({ frame }) => frame);
  }
}
