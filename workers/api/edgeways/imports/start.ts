import { z } from 'zod';
import { unwrap } from '../../../../shared/errors.ts';
import { accessImport, importScopes } from '../../../imports/access-import.ts';
import { defineMethod } from '../../method.ts';
import { importArgument } from './import-argument.ts';

export const method = defineMethod({
  name: 'edgeways.imports.start',
  summary: 'Begins the work of an import whose file is there. One that was begun is left as it is.',
  scopes: importScopes,
  tier: 2,
  input: z.object({ id: importArgument }),
  errors: ['not_an_admin', 'import_not_found', 'upload_incomplete'],
  handler: async ({ input, caller, env }) => {
    const { import: report } = unwrap(await accessImport(env, caller, input.id).start(caller.userId));
    return { import: report };
  },
});
