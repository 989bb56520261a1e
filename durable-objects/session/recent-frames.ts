import type { SessionServerFrame } from '../../shared/protocol/session-socket.ts';

/** How many frames are kept for devices that poll, and for how long. */
const maxKept = 200;
const kept = 60_000;

/** Frames that say something which a boot frame does not. */
const ofTheMoment: ReadonlySet<SessionServerFrame['type']> = new Set(['notice', 'activity', 'user', 'stale']);

type Numbered = { number: number; at: number; frame: SessionServerFrame };

/**
 * What devices were told of late that the next boot frame does not say, in memory: for devices that ask now and then
 * instead of holding a socket. Best effort: what it is about can be read besides. Times in milliseconds.
 */
export class RecentFrames {
  /** Another one after a restart, when the numbers begin anew. */
  readonly #epoch = crypto.randomUUID().slice(0, 8);
  #recent: Numbered[] = [];
  #count = 0;

  add(frame: SessionServerFrame, at: number): void {
    // Whoever is out of a channel hears no more of what was said there.
    if (frame.type === 'channel_gone') this.#recent = this.#recent.filter((recent) => !isOf(recent, frame.channel));
    if (!ofTheMoment.has(frame.type)) return;
    this.#count += 1;
    this.#recent = [...this.#recent.slice(1 - maxKept), { number: this.#count, at, frame }];
  }

  /** Where somebody is who has heard of everything so far. */
  get place(): string {
    return `${this.#epoch}.${this.#count}`;
  }

  /**
   * What came after the place, if it is recent. After a restart everything is new to somebody who was there before; to
   * somebody who is here for the first time, who boots, nothing is.
   */
  since(place: string, now: number): SessionServerFrame[] {
    if (place === '') return [];
    const [epoch, count] = place.split('.');
    const heard = epoch === this.#epoch ? Number(count) : 0;
    return this.#recent.filter(({ number, at }) => number > heard && at > now - kept).map(({ frame }) => frame);
  }
}

function isOf({ frame }: Numbered, channel: string): boolean {
  return frame.type === 'notice'
    ? frame.channel === channel
    : frame.type === 'activity' && frame.item?.channel === channel;
}
