import { z } from 'zod';
import { findActivePeople } from '../../../../migrations/active-people.ts';
import { AppError } from '../../../../shared/errors.ts';
import { groupObject } from '../../../user-groups/group-object.ts';
import { accessGroup, doSetMembers, membersOf } from '../../../user-groups/groups.ts';
import { defineMethod } from '../../method.ts';
import { countArgument, groupArgument, requireManager, writeScopes } from '../arguments.ts';

/** People in a user group. */
const maxMembers = 1000;

/** https://docs.slack.dev/reference/methods/usergroups.users.update */
export const method = defineMethod({
  name: 'usergroups.users.update',
  summary: 'Replaces the people of a user group.',
  scopes: writeScopes,
  tier: 2,
  input: z.object({
    usergroup: groupArgument,
    users: z.array(z.string()).describe('Ids of everybody who is to be in it, separated by commas.'),
    include_count: countArgument,
  }),
  errors: ['permission_denied', 'no_such_subteam', 'no_users_provided', 'invalid_users', 'subteam_max_users_exceeded'],
  handler: async ({ input, caller, db, now }) => {
    requireManager(caller);
    const group = await accessGroup(db, caller.workspaceId, input.usergroup);
    const named = [...new Set(input.users)];
    if (named.length === 0) throw new AppError('no_users_provided');
    if (named.length > maxMembers) throw new AppError('subteam_max_users_exceeded');
    const active = await findActivePeople(db, caller.workspaceId, named);
    if (named.some((userId) => !active.has(userId))) throw new AppError('invalid_users');
    await doSetMembers(db, group, named, caller.userId, now);
    const row = await accessGroup(db, caller.workspaceId, group.id);
    const users = await membersOf(db, row);
    return { usergroup: groupObject(row, { users, ...(input.include_count ? { count: users.length } : {}) }) };
  },
});
