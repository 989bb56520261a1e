import { z } from 'zod';

/** A workspace as the people in it name it. `domain` is unique among workspaces. */
export const WorkspaceSummary = z.object({ id: z.string(), name: z.string(), domain: z.string() });
export type WorkspaceSummary = z.infer<typeof WorkspaceSummary>;
