import { z } from 'zod';
import { UserId } from '../ids.ts';
import type { Reaction } from '../message.ts';
import type { Report } from './problems.ts';

const RawReaction = z.object({
  /** With its skin tone, if any: `thumbsup::skin-tone-3`. */
  name: z.string().min(1),
  users: z.array(UserId),
  count: z.number().int().optional(),
});

/**
 * Reactions, one for each name. Slack lists some of the users of a popular one and counts all, so the larger of the two
 * numbers is right. Undefined where there are none.
 */
export function normaliseReactions(raw: unknown, report: Report): Reaction[] | undefined {
  if (raw === undefined || raw === null) return undefined;
  const reactions = new Map<string, Reaction>();
  for (const entry of Array.isArray(raw) ? raw : [raw]) {
    const parsed = RawReaction.safeParse(entry);
    if (!parsed.success) {
      report('bad_field', 'A reaction is not of a known form.');
      continue;
    }
    const { name, users, count = 0 } = parsed.data;
    const before = reactions.get(name);
    const all = [...new Set([...(before?.users ?? []), ...users])];
    reactions.set(name, { name, users: all, count: Math.max(all.length, count, before?.count ?? 0) });
  }
  return reactions.size > 0 ? [...reactions.values()] : undefined;
}
