import { z } from 'zod';
import { groupObject } from '../../user-groups/group-object.ts';
import { accessGroup, doChangeGroup, membersOf } from '../../user-groups/groups.ts';
import { defineMethod } from '../method.ts';
import { countArgument, groupArgument, requireManager, writeScopes } from './arguments.ts';

/** https://docs.slack.dev/reference/methods/usergroups.enable */
export const method = defineMethod({
  name: 'usergroups.enable',
  summary: 'Switches a user group on again.',
  scopes: writeScopes,
  tier: 2,
  input: z.object({ usergroup: groupArgument, include_count: countArgument }),
  errors: ['permission_denied', 'no_such_subteam'],
  handler: async ({ input, caller, db, now }) => {
    requireManager(caller);
    const group = await accessGroup(db, caller.workspaceId, input.usergroup);
    const row = await doChangeGroup(db, group, { disabled: null }, caller.userId, now);
    const users = await membersOf(db, row);
    return { usergroup: groupObject(row, { users, ...(input.include_count ? { count: users.length } : {}) }) };
  },
});
