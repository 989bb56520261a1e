import { z } from 'zod';
import { unwrap } from '../../../../shared/errors.ts';
import { accessImport, importScopes } from '../../../imports/access-import.ts';
import { decodeCursor, encodeCursor, nextPage } from '../../cursor.ts';
import { defineMethod } from '../../method.ts';
import { cursorArgument, limitArgument, pagingErrors } from '../../paging.ts';
import { importArgument } from './import-argument.ts';

export const method = defineMethod({
  name: 'edgeways.imports.status',
  summary:
    'Says how an import stands: its progress, what it counted, and page by page what it could not take as it was.',
  scopes: importScopes,
  tier: 4,
  input: z.object({
    id: importArgument,
    lists: z.boolean().default(true).describe('Whether to list its channels and problems.'),
    cursor: cursorArgument,
    limit: limitArgument(100, 1000),
  }),
  errors: ['not_an_admin', 'import_not_found', ...pagingErrors],
  handler: async ({ input, caller, env }) => {
    const object = accessImport(env, caller, input.id);
    const after = Number(decodeCursor(input.cursor, 'problem')?.place ?? 0);
    const page = { lists: input.lists, after, limit: input.limit };
    const { import: report, next } = unwrap(await object.report(caller.userId, page));
    return { import: report, ...nextPage(next === null ? null : encodeCursor('problem', String(next))) };
  },
});
