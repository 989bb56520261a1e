import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import { accessGroup, membersOf } from '../../../user-groups/groups.ts';
import { defineMethod } from '../../method.ts';
import { groupArgument, readScopes } from '../arguments.ts';

/** https://docs.slack.dev/reference/methods/usergroups.users.list */
export const method = defineMethod({
  name: 'usergroups.users.list',
  summary: 'Lists the people of a user group.',
  scopes: readScopes,
  tier: 2,
  input: z.object({
    usergroup: groupArgument,
    include_disabled: z.boolean().default(false).describe('Whether to answer also for a group that is switched off.'),
  }),
  errors: ['no_such_subteam'],
  handler: async ({ input, caller, db }) => {
    const group = await accessGroup(db, caller.workspaceId, input.usergroup);
    if (group.disabled !== null && !input.include_disabled) throw new AppError('no_such_subteam');
    return { users: await membersOf(db, group) };
  },
});
