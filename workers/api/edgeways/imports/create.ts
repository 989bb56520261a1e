import { z } from 'zod';
import { doCreateImport, maxArchiveSize, partSize } from '../../../imports/create-import.ts';
import { importScopes } from '../../../imports/access-import.ts';
import { defineMethod } from '../../method.ts';
import { requireAdministrator } from '../../require-administrator.ts';

export const method = defineMethod({
  name: 'edgeways.imports.create',
  summary:
    'Begins the upload of a Slack export: its parts go to `PUT /imports/<id>/parts/<n>`, `part_size` bytes each.',
  scopes: importScopes,
  tier: 2,
  input: z.object({
    name: z.string().trim().min(1).max(255).describe("The file's name."),
    size: z.int().min(1).max(maxArchiveSize).describe("The file's size in bytes."),
  }),
  errors: ['not_an_admin'],
  handler: async ({ input, caller, env, db }) => {
    requireAdministrator(caller);
    return { import: await doCreateImport(env, db, caller, input), part_size: partSize };
  },
});
