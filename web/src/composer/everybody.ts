import type { Mentions } from '../../../shared/mrkdwn/mentions.ts';
import { confirmEverybodyFrom } from '../../../shared/workspace.ts';

export type CalledRange = 'channel' | 'here' | 'everyone';

/** The widest way in which a message calls everybody, where that is worth a question; else null. */
export function asksBeforeCalling(mentions: Mentions, memberCount: number): CalledRange | null {
  if (memberCount < confirmEverybodyFrom) return null;
  return (['everyone', 'channel', 'here'] as const).find((range) => mentions[range]) ?? null;
}

/** How many of these people there are besides oneself, and in how many time zones they live. */
export function reachOf(
  members: Iterable<string>,
  self: string,
  zoneOf: (id: string) => string | undefined,
): { people: number; zones: number } {
  const others = [...members].filter((id) => id !== self);
  const zones = new Set(others.flatMap((id) => zoneOf(id) ?? []));
  return { people: others.length, zones: Math.max(1, zones.size) };
}
