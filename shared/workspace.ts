import { z } from 'zod';

/** A workspace as the people in it name it. `domain` is unique among workspaces. */
export const WorkspaceSummary = z.object({ id: z.string(), name: z.string(), domain: z.string() });
export type WorkspaceSummary = z.infer<typeof WorkspaceSummary>;

/** What administrators decide for everybody. */
export const WorkspacePolicies = z.object({
  /** Who may call everybody (@channel, @here, @everyone) in a channel with more members than `large_channel`. */
  call_everybody: z.enum(['everyone', 'administrators']),
  large_channel: z.number().int().min(1).max(1_000_000),
});
export type WorkspacePolicies = z.infer<typeof WorkspacePolicies>;

export const defaultPolicies: WorkspacePolicies = { call_everybody: 'everyone', large_channel: 100 };

/** From how many members on a client asks before it calls everybody. */
export const confirmEverybodyFrom = 6;
