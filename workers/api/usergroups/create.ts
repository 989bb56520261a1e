import { z } from 'zod';
import { newId } from '../../../shared/ids.ts';
import { groupObject } from '../../user-groups/group-object.ts';
import { checkHandle, doCreateGroup } from '../../user-groups/groups.ts';
import { defineMethod } from '../method.ts';
import {
  countArgument,
  descriptionArgument,
  handleArgument,
  nameArgument,
  requireManager,
  writeScopes,
} from './arguments.ts';

/** https://docs.slack.dev/reference/methods/usergroups.create */
export const method = defineMethod({
  name: 'usergroups.create',
  summary: 'Makes a user group, without people so far.',
  scopes: writeScopes,
  tier: 2,
  input: z.object({
    name: nameArgument,
    handle: handleArgument.optional(),
    description: descriptionArgument.default(''),
    include_count: countArgument,
  }),
  errors: ['permission_denied', 'invalid_name', 'handle_already_exists'],
  handler: async ({ input, caller, db, now }) => {
    requireManager(caller);
    const { name, description } = input;
    const handle = input.handle ?? handleArgument.parse(name.replace(/\s+/g, '-'));
    await checkHandle(db, caller.workspaceId, handle);
    const seconds = Math.floor(now / 1000);
    const row = {
      workspaceId: caller.workspaceId,
      id: newId('S'),
      handle,
      name,
      description,
      creator: caller.userId,
      created: seconds,
      updatedBy: caller.userId,
      updated: seconds,
      disabled: null,
    };
    await doCreateGroup(db, row);
    return { usergroup: groupObject(row, { users: [], ...(input.include_count ? { count: 0 } : {}) }) };
  },
});
