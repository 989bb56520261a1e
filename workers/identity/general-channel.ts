import { and, eq } from 'drizzle-orm';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import { channels } from '../../migrations/shard/schema.ts';
import { unsetText } from '../../shared/channel.ts';
import { unwrap } from '../../shared/errors.ts';
import { newId } from '../../shared/ids.ts';
import type { Role } from '../../shared/user.ts';
import type { ShardDb } from '../../migrations/shards.ts';
import type { Person } from './sessions.ts';

/**
 * Makes a workspace's general channel, with its creator as the first member. The row reserves the name; the channel's
 * object, once it exists, marks it as ready and keeps the list of members.
 */
export async function doCreateGeneral(env: Env, db: ShardDb, creator: Person, created: number): Promise<void> {
  const { workspaceId, userId } = creator;
  const spec = { id: newId('C'), name: 'general', kind: 'public', isGeneral: true, creator: userId, created } as const;
  await db.insert(channels).values({ ...spec, workspaceId, topic: unsetText, purpose: unsetText });
  await channelOf(env, workspaceId, spec.id).create({ ...spec, members: [userId] });
}

/** Puts the person into the general channel, if the workspace has one. May be repeated. */
export async function doJoinGeneral(env: Env, db: ShardDb, { workspaceId, userId }: Person, role: Role): Promise<void> {
  const [general] = await db
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.isGeneral, true)));
  if (general) unwrap(await channelOf(env, workspaceId, general.id).join({ userId, role }));
}
