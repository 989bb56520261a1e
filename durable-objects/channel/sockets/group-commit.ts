/**
 * Takes what arrives and hands it on in batches: the first at once, and whatever arrives while that is being written to
 * disk as the next batch. So a quiet channel answers without delay, and a busy one makes one commit and one frame of many
 * messages, more of them the busier it is.
 */
export class GroupCommit<T> {
  readonly #take: (batch: T[]) => void;
  /** Resolves when what was written before the call is on disk. */
  readonly #written: () => Promise<void>;
  #waiting: T[] = [];
  #busy = false;

  constructor(take: (batch: T[]) => void, written: () => Promise<void>) {
    this.#take = take;
    this.#written = written;
  }

  /** Resolves when nothing waits any more. */
  async add(items: readonly T[]): Promise<void> {
    this.#waiting.push(...items);
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.#waiting.length > 0) {
        const batch = this.#waiting;
        this.#waiting = [];
        this.#take(batch);
        await this.#written();
      }
    } finally {
      this.#busy = false;
    }
  }
}
