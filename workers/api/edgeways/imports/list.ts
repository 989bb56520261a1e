import { z } from 'zod';
import { importScopes } from '../../../imports/access-import.ts';
import { listImports } from '../../../imports/list-imports.ts';
import { decodeCursor, nextPage } from '../../cursor.ts';
import { defineMethod } from '../../method.ts';
import { cursorArgument, limitArgument, pagingErrors, takePage } from '../../paging.ts';
import { requireAdministrator } from '../../require-administrator.ts';

export const method = defineMethod({
  name: 'edgeways.imports.list',
  summary: "Lists the caller's own imports, the newest first.",
  scopes: importScopes,
  tier: 2,
  input: z.object({ cursor: cursorArgument, limit: limitArgument(50, 200) }),
  errors: ['not_an_admin', ...pagingErrors],
  handler: async ({ input, caller, db }) => {
    requireAdministrator(caller);
    const [created, id] = decodeCursor(input.cursor, 'import')?.place.split('.') ?? [];
    const after = created !== undefined && id !== undefined ? { created: Number(created), id } : null;
    const rows = await listImports(db, caller, after, input.limit);
    const place = (last: { created: number; id: string }) => `${last.created}.${last.id}`;
    const { page, next } = takePage(rows, input.limit, { kind: 'import', place });
    return { imports: page, ...nextPage(next) };
  },
});
