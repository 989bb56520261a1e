import { and, asc, count, eq } from 'drizzle-orm';
import { customEmoji } from '../../migrations/shard/schema.ts';
import type { ShardDb } from '../../migrations/shards.ts';
import { emojiFor } from '../../shared/emoji/emoji.ts';
import { AppError } from '../../shared/errors.ts';

export type EmojiRow = typeof customEmoji.$inferSelect;

/** A custom emoji's name, without colons. */
export const emojiName = /^[\p{Ll}\p{Lo}\p{Nd}_'+-]{1,100}$/u;

export async function getCustomEmoji(db: ShardDb, workspaceId: string, name: string): Promise<EmojiRow | null> {
  const [row] = await db
    .select()
    .from(customEmoji)
    .where(and(eq(customEmoji.workspaceId, workspaceId), eq(customEmoji.name, name)));
  return row ?? null;
}

/** Every client knows all of them. */
const maxCustomEmoji = 5_000;

/** Refuses with `emoji_limit_reached`; two who come at once may both have the last place. */
export async function requireRoomForEmoji(db: ShardDb, workspaceId: string): Promise<void> {
  const [row] = await db.select({ count: count() }).from(customEmoji).where(eq(customEmoji.workspaceId, workspaceId));
  if ((row?.count ?? 0) >= maxCustomEmoji) throw new AppError('emoji_limit_reached');
}

export async function listCustomEmoji(db: ShardDb, workspaceId: string): Promise<EmojiRow[]> {
  return db.select().from(customEmoji).where(eq(customEmoji.workspaceId, workspaceId)).orderBy(asc(customEmoji.name));
}

/** Whether a message can be reacted to with it: a standard emoji, with or without a skin tone, or one of the workspace's. */
export async function isEmoji(db: ShardDb, workspaceId: string, name: string): Promise<boolean> {
  const base = name.replace(/::skin-tone-[2-6]$/, '');
  if (emojiFor(base) !== null) return true;
  return base === name && (await getCustomEmoji(db, workspaceId, name)) !== null;
}
