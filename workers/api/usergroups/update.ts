import { z } from 'zod';
import { groupObject } from '../../user-groups/group-object.ts';
import { accessGroup, checkHandle, doChangeGroup, membersOf } from '../../user-groups/groups.ts';
import { defineMethod } from '../method.ts';
import {
  countArgument,
  descriptionArgument,
  groupArgument,
  handleArgument,
  nameArgument,
  requireManager,
  writeScopes,
} from './arguments.ts';

/** https://docs.slack.dev/reference/methods/usergroups.update */
export const method = defineMethod({
  name: 'usergroups.update',
  summary: 'Changes the name, handle or description of a user group.',
  scopes: writeScopes,
  tier: 2,
  input: z.object({
    usergroup: groupArgument,
    name: nameArgument.optional(),
    handle: handleArgument.optional(),
    description: descriptionArgument.optional(),
    include_count: countArgument,
  }),
  errors: ['permission_denied', 'no_such_subteam', 'invalid_name', 'handle_already_exists'],
  handler: async ({ input, caller, db, now }) => {
    requireManager(caller);
    const group = await accessGroup(db, caller.workspaceId, input.usergroup);
    const { name = group.name, handle = group.handle, description = group.description } = input;
    if (handle !== group.handle) await checkHandle(db, caller.workspaceId, handle);
    const row = await doChangeGroup(db, group, { name, handle, description }, caller.userId, now);
    const users = await membersOf(db, row);
    return { usergroup: groupObject(row, { users, ...(input.include_count ? { count: users.length } : {}) }) };
  },
});
