/**
 * Cloudflare's price list for paid Workers, in US dollars a month; read in November 2026.
 * https://developers.cloudflare.com/workers/platform/pricing
 * https://developers.cloudflare.com/durable-objects/platform/pricing
 * https://developers.cloudflare.com/d1/platform/pricing
 * https://developers.cloudflare.com/queues/platform/pricing
 */
export const subscription = 5;

/** What is included in the subscription, and the price of a million more. */
export interface Price {
  included: number;
  perMillion: number;
}

/** By what `counting-worker.js` calls it. Twenty messages that come in over sockets are one request to an object. */
export const prices: Record<string, Price> = {
  requests: { included: 10_000_000, perMillion: 0.3 },
  'object requests': { included: 1_000_000, perMillion: 0.15 },
  'GB-seconds': { included: 400_000, perMillion: 12.5 },
  'rows written': { included: 50_000_000, perMillion: 1 },
  'rows read': { included: 25_000_000_000, perMillion: 0.001 },
  'D1 rows written': { included: 50_000_000, perMillion: 1 },
  'D1 rows read': { included: 25_000_000_000, perMillion: 0.001 },
  'queue operations': { included: 1_000_000, perMillion: 0.4 },
};

export const socketMessagesPerRequest = 20;

/** An object is billed for this much memory while it is awake, whatever it uses. GB. */
export const objectMemory = 0.128;
