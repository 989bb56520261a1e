/** A seeded source of numbers (xorshift32; G. Marsaglia, "Xorshift RNGs", 2003): the same seed, the same export. */
export class Random {
  #state: number;

  constructor(seed: number) {
    // Zero is the one state that xorshift does not leave.
    this.#state = seed | 0 || 0x9e3779b9;
    for (let round = 0; round < 8; round++) this.fraction();
  }

  /** At least 0, below 1. */
  fraction(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return (state >>> 0) / 2 ** 32;
  }

  /** Whole, from 0 to below `end`. */
  below(end: number): number {
    return Math.floor(this.fraction() * end);
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** Up to `count` of the items, each once, in their order. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    const chosen = new Set<Item>();
    for (let round = 0; round < count; round++) chosen.add(this.pick(items));
    return items.filter((item) => chosen.has(item));
  }
}
