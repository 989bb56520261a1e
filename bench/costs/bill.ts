import type { Acts, Counts } from './acts.ts';
import { objectMemory, prices, socketMessagesPerRequest, subscription } from './prices.ts';

/** What a person does on a working day: assumed, and the only thing here that is not counted. */
export const day: Record<string, number> = {
  'open the client': 4,
  'open a channel': 40,
  'post a message': 40,
  react: 10,
  'read a channel': 60,
  'load a page of history': 15,
};

export const workingDays = 22;

/**
 * How long an object stays awake for a request or a message. Seconds. Requests take a few milliseconds; after a message the
 * channel waits a quarter of a second for more to tell of at once.
 */
export const awake = { request: 0.01, message: 0.3 };

/** What one person's day costs, in what is billed. */
export function personDay(acts: Acts): Counts {
  const sum: Counts = {};
  for (const [act, times] of Object.entries(day)) {
    for (const [what, count] of Object.entries(billed(acts[act] ?? {}, act)))
      sum[what] = (sum[what] ?? 0) + count * times;
  }
  return sum;
}

/** Counts in the terms of the price list. */
function billed(counts: Counts, act: string): Counts {
  const requests = (counts['object requests'] ?? 0) + (counts['socket messages'] ?? 0) / socketMessagesPerRequest;
  const seconds = (counts['object requests'] ?? 0) * awake.request + (act === 'post a message' ? awake.message : 0);
  return { ...counts, 'object requests': requests, 'GB-seconds': seconds * objectMemory };
}

export interface Bill {
  people: number;
  /** Dollars a month, by what they are for. */
  lines: Counts;
  total: number;
}

export function billFor(people: number, perDay: Counts): Bill {
  const lines: Counts = { subscription };
  for (const [what, { included, perMillion }] of Object.entries(prices)) {
    const used = (perDay[what] ?? 0) * workingDays * people;
    lines[what] = (Math.max(0, used - included) / 1e6) * perMillion;
  }
  return { people, lines, total: Object.values(lines).reduce((sum, dollars) => sum + dollars, 0) };
}
