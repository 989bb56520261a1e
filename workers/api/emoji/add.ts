import { z } from 'zod';
import { customEmoji } from '../../../migrations/shard/schema.ts';
import { emojiFor } from '../../../shared/emoji/emoji.ts';
import { AppError } from '../../../shared/errors.ts';
import { emojiName, getCustomEmoji, isEmoji, requireRoomForEmoji } from '../../emoji/custom-emoji.ts';
import { checkImage, imageKey } from '../../emoji/image.ts';
import { defineMethod, type MethodContext } from '../method.ts';

/** As Slack's own client calls it: a form in parts. Everybody in a workspace may add emoji, as in Slack by default. */
export const method = defineMethod({
  name: 'emoji.add',
  summary: 'Adds a custom emoji: an image, or another name for an emoji that there is.',
  scopes: { user: ['emoji:write'] },
  tier: 2,
  input: z.object({
    name: z
      .string()
      .transform((name) => name.replace(/^:|:$/g, '').toLowerCase())
      .refine((name) => emojiName.test(name), 'error_bad_name_i18n')
      .describe('Its name, without colons.'),
    mode: z.enum(['data', 'alias']).describe('`data` for an image, `alias` for another name.'),
    image: z.instanceof(File).optional().describe('The image, a file: PNG, GIF, JPEG or WebP of at most 128 KB.'),
    alias_for: z.string().optional().describe('Name of the emoji that it is to stand for.'),
  }),
  errors: [
    'error_bad_name_i18n',
    'error_name_taken',
    'error_bad_format',
    'error_too_big',
    'emoji_not_found',
    'emoji_limit_reached',
  ],
  handler: async ({ input, ...context }) => {
    const { caller, db, now } = context;
    if (emojiFor(input.name) !== null) throw new AppError('error_name_taken');
    await requireRoomForEmoji(db, caller.workspaceId);
    const row = {
      workspaceId: caller.workspaceId,
      name: input.name,
      image: input.mode === 'data' ? await storeImage(context, input.image) : null,
      aliasFor: input.mode === 'alias' ? await requireTarget(context, input.alias_for) : null,
      creator: caller.userId,
      created: Math.floor(now / 1000),
    };
    const added = await db.insert(customEmoji).values(row).onConflictDoNothing().returning({ name: customEmoji.name });
    if (added.length > 0) return {};
    // Nobody would ever name it.
    if (row.image !== null) await context.env.FILES.delete(imageKey(caller.workspaceId, row.image));
    throw new AppError('error_name_taken');
  },
});

/** Under a name that is hard to guess, which is all that guards it. */
async function storeImage({ env, caller }: MethodContext, file: File | undefined): Promise<string> {
  if (!file) throw new AppError('error_bad_format');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const image = `${crypto.randomUUID()}.${checkImage(bytes)}`;
  await env.FILES.put(imageKey(caller.workspaceId, image), bytes);
  return image;
}

/** An alias of an alias stands for what that one stands for: clients look no further than once. */
async function requireTarget({ db, caller }: MethodContext, target: string | undefined): Promise<string> {
  const name = target?.replace(/^:|:$/g, '') ?? '';
  const custom = await getCustomEmoji(db, caller.workspaceId, name);
  if (!custom && !(await isEmoji(db, caller.workspaceId, name))) throw new AppError('emoji_not_found');
  return custom?.aliasFor ?? name;
}
