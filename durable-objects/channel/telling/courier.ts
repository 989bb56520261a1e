export type CourierDeps = {
  /** Tells one person. Rejects when it could not be done. */
  tell(userId: string): Promise<void>;
  /** Something is to be tried again later. */
  retryLater(): void;
};

/** Calls under way at once; a runtime's request may have some fifty open. */
const maxInFlight = 40;

/**
 * Tells others how things now stand here. One call at a time to each, so that what arrives last is the newest; what is told
 * is read when the call leaves, so any number of changes meanwhile make one more call. A failed call is kept until it is
 * retried; whom to tell after a crash is its owner's to know.
 */
export class Courier {
  readonly #deps: CourierDeps;
  readonly #waiting = new Set<string>();
  readonly #inFlight = new Map<string, Promise<void>>();
  readonly #failed = new Set<string>();

  constructor(deps: CourierDeps) {
    this.#deps = deps;
  }

  /** Whether somebody waits for a retry. */
  get hasFailed(): boolean {
    return this.#failed.size > 0;
  }

  /** Those who wait for a retry. */
  get failed(): ReadonlySet<string> {
    return this.#failed;
  }

  add(userIds: Iterable<string>): void {
    for (const userId of userIds) {
      this.#failed.delete(userId);
      this.#waiting.add(userId);
    }
    this.#pump();
  }

  /**
   * As `add`, for what whoever tells will see to besides: a call that is under way looks again when it has come back, and one
   * that failed waits for its retry.
   */
  offer(userIds: Iterable<string>): void {
    const sets = [this.#waiting, this.#inFlight, this.#failed];
    this.add([...userIds].filter((userId) => !sets.some((set) => set.has(userId))));
  }

  retryFailed(): void {
    this.add([...this.#failed]);
  }

  /**
   * Resolves when these have been told, or failed and wait for their retry; without a list, all that are to be told now.
   * Others may come meanwhile without end, so it never waits for everybody.
   */
  async settled(userIds: readonly string[] = [...this.#waiting, ...this.#inFlight.keys()]): Promise<void> {
    for (const userId of userIds) {
      while (this.#waiting.has(userId)) await Promise.race(this.#inFlight.values());
      await this.#inFlight.get(userId);
    }
  }

  #pump(): void {
    for (const userId of this.#waiting) {
      if (this.#inFlight.size >= maxInFlight) return;
      if (this.#inFlight.has(userId)) continue;
      this.#waiting.delete(userId);
      this.#inFlight.set(userId, this.#carry(userId));
    }
  }

  async #carry(userId: string): Promise<void> {
    try {
      await this.#deps.tell(userId);
    } catch {
      this.#failed.add(userId);
      this.#deps.retryLater();
    } finally {
      this.#inFlight.delete(userId);
      this.#pump();
    }
  }
}
