import { z } from 'zod';
import { unwrap } from '../../../../shared/errors.ts';
import { accessImport, importScopes } from '../../../imports/access-import.ts';
import { defineMethod } from '../../method.ts';
import { importArgument } from './import-argument.ts';

export const method = defineMethod({
  name: 'edgeways.imports.cancel',
  summary: 'Stops an import. What it has brought in stays; importing the same file again completes it.',
  scopes: importScopes,
  tier: 2,
  input: z.object({ id: importArgument }),
  errors: ['not_an_admin', 'import_not_found'],
  handler: async ({ input, caller, env }) => {
    const { import: report } = unwrap(await accessImport(env, caller, input.id).cancel(caller.userId));
    return { import: report };
  },
});
