import { createStore } from '../../../client/store.ts';

/** A part of the Web Storage API. */
interface FrequencyStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const key = 'edgeways.emoji-use';
/** Each use takes this share from all others, so that what was in fashion last year makes room. */
const fading = 0.98;
const mostKept = 60;

/**
 * Until somebody has their own: Slack's three one-click reactions, which stay until others are used more than that, and
 * what people reach for next.
 */
const quick = ['white_check_mark', 'eyes', 'raised_hands'];
const usual = ['+1', 'tada', 'heart', 'joy', 'pray', 'thinking_face'];
const quickScore = 2.5;

export interface EmojiUse {
  /** The names used most, at most so many; the common ones fill up what is missing. */
  top: (count: number) => readonly string[];
  note: (name: string) => void;
  subscribe: (listener: () => void) => () => void;
}

/** Which emoji this device's person uses most. */
export function createEmojiUse(storage: FrequencyStorage): EmojiUse {
  const scores = createStore<ReadonlyMap<string, number>>(read(storage));
  let answered: { of: ReadonlyMap<string, number>; names: readonly string[] } | null = null;

  const names = (): readonly string[] => {
    const current = scores.get();
    if (answered?.of !== current) {
      const scored = new Map(quick.map((name) => [name, quickScore]));
      for (const [name, score] of current) scored.set(name, score + (scored.get(name) ?? 0));
      const used = [...scored].sort(([, a], [, b]) => b - a).map(([name]) => name);
      answered = { of: current, names: [...new Set([...used, ...usual])] };
    }
    return answered.names;
  };
  const tops = new Map<number, { of: readonly string[]; top: readonly string[] }>();

  return {
    top(count) {
      const all = names();
      const known = tops.get(count);
      if (known?.of === all) return known.top;
      const top = all.slice(0, count);
      tops.set(count, { of: all, top });
      return top;
    },
    note(name) {
      const faded = [...scores.get()].map(([other, score]): [string, number] => [other, score * fading]);
      const next = new Map(faded).set(name, (scores.get().get(name) ?? 0) * fading + 1);
      const kept = [...next].sort(([, a], [, b]) => b - a).slice(0, mostKept);
      scores.set(new Map(kept));
      try {
        storage.setItem(key, JSON.stringify(kept));
      } catch {
        // The storage is full or forbidden: it is remembered as long as the page.
      }
    },
    subscribe: scores.subscribe,
  };
}

function read(storage: FrequencyStorage): Map<string, number> {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return new Map(Array.isArray(stored) ? stored.filter(isScore) : []);
  } catch {
    return new Map();
  }
}

function isScore(value: unknown): value is [string, number] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';
}
