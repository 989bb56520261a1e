import { z } from 'zod';
import { groupObject } from '../../user-groups/group-object.ts';
import { listGroups, membersByGroup } from '../../user-groups/groups.ts';
import { defineMethod } from '../method.ts';
import { countArgument, readScopes } from './arguments.ts';

/** https://docs.slack.dev/reference/methods/usergroups.list */
export const method = defineMethod({
  name: 'usergroups.list',
  summary: 'Lists the user groups of the workspace.',
  scopes: readScopes,
  tier: 2,
  input: z.object({
    include_users: z.boolean().default(false).describe('Whether to name the people of each.'),
    include_count: countArgument,
    include_disabled: z.boolean().default(false).describe('Whether to list those that are switched off.'),
  }),
  errors: [],
  handler: async ({ input, caller, db }) => {
    const groups = await listGroups(db, caller.workspaceId);
    const asksForPeople = input.include_users || input.include_count;
    const members = asksForPeople ? await membersByGroup(db, caller.workspaceId) : new Map<string, string[]>();
    const listed = groups.filter(({ disabled }) => input.include_disabled || disabled === null);
    return {
      usergroups: listed.map((row) => {
        const users = members.get(row.id) ?? [];
        return groupObject(row, {
          ...(input.include_users ? { users } : {}),
          ...(input.include_count ? { count: users.length } : {}),
        });
      }),
    };
  },
});
