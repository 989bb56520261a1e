import { z } from 'zod';
import { WorkspacePolicies } from '../../shared/workspace.ts';

/** What the methods answer that are about the workspace as a whole. */

/** Slack's user group. `date_delete`, in seconds since 1970: when it was disabled, or 0. */
export const UserGroup = z.looseObject({
  id: z.string(),
  name: z.string(),
  handle: z.string(),
  description: z.string(),
  date_delete: z.number(),
  users: z.array(z.string()).optional(),
  user_count: z.coerce.number().optional(),
});
export type UserGroup = z.infer<typeof UserGroup>;
export const UserGroupAnswer = z.object({ usergroup: UserGroup });
export const UserGroupsAnswer = z.object({ usergroups: z.array(UserGroup) });
export const UserGroupUsersAnswer = z.object({ users: z.array(z.string()) });

/** By name: the image's address, or `alias:<another name>`. */
export const EmojiAnswer = z.object({ emoji: z.record(z.string(), z.string()) });

export const PoliciesAnswer = z.object({ policies: WorkspacePolicies });
