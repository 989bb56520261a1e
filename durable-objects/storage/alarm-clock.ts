/**
 * An object has one alarm; several duties share it. Asking for a time that is not earlier than the one that is set costs
 * nothing. After a restart the set time is not known, and asking sets it again: every duty is looked at whenever the
 * alarm rings, so none is forgotten. Times in milliseconds.
 */
export class AlarmClock {
  readonly #storage: DurableObjectStorage;
  #next: number | null = null;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  /** In the same stretch as the writes that it is for, it is on disk exactly if they are. */
  ringBy(time: number): void {
    if (this.#next !== null && this.#next <= time) return;
    this.#next = time;
    void this.#storage.setAlarm(time);
  }

  /** The alarm rang, or what set it was rolled back: what is set now is not known. */
  rang(): void {
    this.#next = null;
  }
}
