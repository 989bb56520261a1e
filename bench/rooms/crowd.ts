import { setTimeout as sleep } from 'node:timers/promises';
import { inParallel } from '../../shared/in-parallel.ts';
import type { Ears, Room, Seat } from './room.ts';

/** People in a room. */
export interface Crowd {
  seats: readonly Seat[];
  talkers: readonly Talker[];
  /** How many messages all of them together have heard. */
  delivered(): number;
  /** Resolves when nothing more is heard. */
  quiet(): Promise<void>;
}

/** Somebody who says another thing for each of theirs that has come back. */
export interface Talker {
  seat: Seat;
  /** Says so many things, and goes on. */
  start(inFlight: number): void;
  stop(): void;
}

export interface Filling extends Ears {
  /** How many of them are talkers. */
  talkers?: number;
}

/** How many come in at once. */
const atOnce = 20;
/** When nothing has come for so long, nothing comes. Milliseconds. */
const silence = 250;

/** Fills a room, talkers first. */
export async function fill(room: Room, size: number, { talkers: count = 0, ...ears }: Filling = {}): Promise<Crowd> {
  const talkers = await times(count, async () => enterTalking(room));
  const seats = [...talkers.map(({ seat }) => seat), ...(await times(size - count, async () => room.enter(ears)))];
  const delivered = () => seats.reduce((sum, { heard }) => sum + heard, 0);
  return {
    seats,
    talkers,
    delivered,
    async quiet() {
      for (let before = -1; before !== delivered(); await sleep(silence)) before = delivered();
    },
  };
}

export async function enterTalking(room: Room, onOwn: (count: number) => void = () => undefined): Promise<Talker> {
  let isTalking = false;
  const seat = await room.enter({
    onOwn(count) {
      onOwn(count);
      if (isTalking) seat.say(count);
    },
  });
  return {
    seat,
    start(inFlight) {
      isTalking = true;
      seat.say(inFlight);
    },
    stop: () => (isTalking = false),
  };
}

async function times<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  return inParallel(Array.from({ length: count }), atOnce, work);
}
