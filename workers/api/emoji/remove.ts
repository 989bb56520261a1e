import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { customEmoji } from '../../../migrations/shard/schema.ts';
import { AppError } from '../../../shared/errors.ts';
import { isAdministrator } from '../../../shared/user.ts';
import { getCustomEmoji } from '../../emoji/custom-emoji.ts';
import { imageKey } from '../../emoji/image.ts';
import { defineMethod } from '../method.ts';

/** As Slack's own client calls it. */
export const method = defineMethod({
  name: 'emoji.remove',
  summary: 'Removes a custom emoji, and whatever stands for it; where it was used, its name is shown.',
  scopes: { user: ['emoji:write'] },
  tier: 2,
  input: z.object({ name: z.string().describe('Its name, without colons.') }),
  errors: ['emoji_not_found', 'permission_denied'],
  handler: async ({ input, caller, db, env }) => {
    const { workspaceId } = caller;
    const row = await getCustomEmoji(db, workspaceId, input.name);
    if (!row) throw new AppError('emoji_not_found');
    if (row.creator !== caller.userId && !isAdministrator(caller.role)) throw new AppError('permission_denied');
    const ofWorkspace = eq(customEmoji.workspaceId, workspaceId);
    await db.batch([
      db.delete(customEmoji).where(and(ofWorkspace, eq(customEmoji.name, row.name))),
      db.delete(customEmoji).where(and(ofWorkspace, eq(customEmoji.aliasFor, row.name))),
    ]);
    if (row.image !== null) await env.FILES.delete(imageKey(workspaceId, row.image));
    return {};
  },
});
