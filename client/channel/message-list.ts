import type { Message } from '../../shared/message.ts';
import { compareTs } from '../../shared/timestamps.ts';

/**
 * Messages in the order of their `ts`, one per `ts`; never altered, each change gives a new list. It is a list of chunks,
 * so that adding to 100,000 messages copies some hundred references rather than all of them, and what did not change is
 * shared between the old list and the new one.
 */
export class MessageList implements Iterable<Message> {
  static readonly empty = new MessageList([]);

  readonly length: number;
  readonly #chunks: readonly Chunk[];
  /** The index of each chunk's first message. */
  readonly #starts: readonly number[];
  #array: readonly Message[] | undefined;

  private constructor(chunks: readonly Chunk[]) {
    const starts: number[] = [];
    let length = 0;
    for (const chunk of chunks) {
      starts.push(length);
      length += chunk.length;
    }
    this.#chunks = chunks;
    this.#starts = starts;
    this.length = length;
  }

  /** From messages in any order; of two with one `ts` the later in the array wins. */
  static from(messages: Iterable<Message>): MessageList {
    const byTs = new Map<string, Message>();
    for (const message of messages) byTs.set(message.ts, message);
    const sorted = [...byTs.values()].sort((a, b) => compareTs(a.ts, b.ts));
    return sorted.length === 0 ? MessageList.empty : new MessageList(split(sorted));
  }

  get first(): Message | undefined {
    return this.#chunks[0]?.[0];
  }

  get last(): Message | undefined {
    return this.#chunks.at(-1)?.at(-1);
  }

  at(index: number): Message | undefined {
    const place = index < 0 ? index + this.length : index;
    if (place < 0 || place >= this.length) return undefined;
    const chunk = lastAtMost(this.#starts, place);
    return this.#chunks[chunk]?.[place - (this.#starts[chunk] ?? 0)];
  }

  get(ts: string): Message | undefined {
    const chunk = this.#chunks[this.#chunkOf(ts)];
    const message = chunk?.[placeIn(chunk, ts)];
    return message?.ts === ts ? message : undefined;
  }

  has(ts: string): boolean {
    return this.get(ts) !== undefined;
  }

  /** The index of the first message that is not earlier than `ts`; `length` when all are. */
  indexAtOrAfter(ts: string): number {
    const index = this.#chunkOf(ts);
    const chunk = this.#chunks[index];
    return chunk === undefined ? 0 : (this.#starts[index] ?? 0) + placeIn(chunk, ts);
  }

  /** With this message in its place, instead of the one of the same `ts` if there is one. */
  with(message: Message): MessageList {
    const index = this.#chunkOf(message.ts);
    const chunk = this.#chunks[index];
    if (chunk === undefined) return new MessageList([[message]]);
    const place = placeIn(chunk, message.ts);
    if (chunk[place] === message) return this;
    const replaced = chunk[place]?.ts === message.ts ? 1 : 0;
    // A full last chunk is followed by a new one: what comes later is mostly appended, and full chunks stay full.
    const grown = place === chunkSize ? [chunk, [message]] : halve(chunk.toSpliced(place, replaced, message));
    return new MessageList(this.#chunks.toSpliced(index, 1, ...grown));
  }

  without(ts: string): MessageList {
    const index = this.#chunkOf(ts);
    const chunk = this.#chunks[index];
    if (chunk === undefined) return this;
    const place = placeIn(chunk, ts);
    if (chunk[place]?.ts !== ts) return this;
    if (this.length === 1) return MessageList.empty;
    const rest = chunk.toSpliced(place, 1);
    return new MessageList(
      rest.length === 0 ? this.#chunks.toSpliced(index, 1) : this.#chunks.toSpliced(index, 1, rest),
    );
  }

  /** Both lists' messages; where both have one of the same `ts`, that of `other`. */
  merge(other: MessageList): MessageList {
    if (other.length === 0) return this;
    if (this.length === 0) return other;
    if (precedes(this.last, other.first)) return new MessageList([...this.#chunks, ...other.#chunks]);
    if (precedes(other.last, this.first)) return new MessageList([...other.#chunks, ...this.#chunks]);
    return MessageList.from([...this, ...other]);
  }

  /** A plain array, made once per list. */
  toArray(): readonly Message[] {
    this.#array ??= this.#chunks.flat();
    return this.#array;
  }

  *[Symbol.iterator](): Iterator<Message> {
    for (const chunk of this.#chunks) yield* chunk;
  }

  /** The chunk in which `ts` is or would be. */
  #chunkOf(ts: string): number {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const last = this.#chunks[middle]?.at(-1);
      if (last !== undefined && isEarlier(last.ts, ts)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

type Chunk = readonly Message[];

/** Twice the square root of some ten thousand: neither the chunk nor the list of chunks is long. */
const chunkSize = 256;

function split(sorted: Chunk): Chunk[] {
  if (sorted.length <= chunkSize) return [sorted];
  const chunks: Chunk[] = [];
  for (let start = 0; start < sorted.length; start += chunkSize) chunks.push(sorted.slice(start, start + chunkSize));
  return chunks;
}

function halve(chunk: Chunk): Chunk[] {
  return chunk.length <= chunkSize ? [chunk] : [chunk.slice(0, chunkSize / 2), chunk.slice(chunkSize / 2)];
}

function precedes(a: Message | undefined, b: Message | undefined): boolean {
  return a !== undefined && b !== undefined && isEarlier(a.ts, b.ts);
}

/** Timestamps of one length, which is nearly all of them, compare as text. */
function isEarlier(a: string, b: string): boolean {
  return a.length === b.length ? a < b : compareTs(a, b) < 0;
}

/** The index of the first message in the chunk that is not earlier than `ts`. */
function placeIn(chunk: Chunk, ts: string): number {
  let low = 0;
  let high = chunk.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const message = chunk[middle];
    if (message !== undefined && isEarlier(message.ts, ts)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the last number that is at most `value`, in a rising list that starts with 0. */
function lastAtMost(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
