/** A server, as a place where all hear what one says. */
export interface Room {
  name: string;
  /** The ids of the server's processes. */
  processes: readonly number[];
  /** Comes in; resolves when everything said from now on will be heard. */
  enter(ears?: Ears): Promise<Seat>;
}

/** What is called when something was heard, with how many messages. */
export interface Ears {
  onHeard?: (count: number) => void;
  /** Of those, messages that were said from this seat: it knows by them that they were taken. */
  onOwn?: (count: number) => void;
}

export interface Seat {
  /** How many messages have been heard since the seat was taken, anybody's. */
  readonly heard: number;
  /** Says so many messages, in the way in which the server's own client would. */
  say(count: number): void;
  leave(): void;
}

/** What everybody says, everywhere. 120 characters. */
export const saying = 'The quick brown fox jumps over the lazy dog, '.repeat(3).slice(0, 120);

/** How often a frame has a text. */
export function countIn(frame: Buffer, text: string): number {
  let count = 0;
  for (let at = frame.indexOf(text); at >= 0; at = frame.indexOf(text, at + text.length)) count += 1;
  return count;
}
