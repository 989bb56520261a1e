import { channelOf } from '../../durable-objects/channel/stub.ts';
import { channels } from '../../migrations/shard/schema.ts';
import { unsetText, type ChannelInfo } from '../../shared/channel.ts';
import { AppError } from '../../shared/errors.ts';
import { newId } from '../../shared/ids.ts';
import type { ShardDb } from '../../migrations/shards.ts';
import { isUniqueViolation } from '../../migrations/unique-violation.ts';
import { hasName } from './has-name.ts';

type Reservation = typeof channels.$inferSelect;
type Creation = { workspaceId: string; creator: string; name: string; kind: 'public' | 'private' };

/** A reservation without a channel this long after it was made was left by a crash. Seconds. */
const abandonedAfter = 60;

/**
 * Makes a channel with its creator as the only member. The directory row comes first and reserves the name; the channel's
 * object, once it exists, marks the row as ready. A crash in between leaves a reservation, which the next try for the name
 * completes. `now` in milliseconds; refuses with `name_taken`.
 */
export async function doCreateChannel(env: Env, db: ShardDb, creation: Creation, now: number): Promise<ChannelInfo> {
  const reserved = await reserve(db, creation, now);
  if (reserved) return open(env, reserved);
  const holder = await getHolder(db, creation);
  // Gone again already: renamed, in the moment between.
  if (!holder || holder.ready || holder.created > now / 1000 - abandonedAfter) throw new AppError('name_taken');
  const channel = await open(env, holder);
  if (holder.creator !== creation.creator || holder.kind !== creation.kind) throw new AppError('name_taken');
  return channel;
}

/** Null when the name is another channel's. */
async function reserve(db: ShardDb, creation: Creation, now: number): Promise<Reservation | null> {
  const row = { ...creation, id: newId('C'), created: Math.floor(now / 1000), topic: unsetText, purpose: unsetText };
  try {
    const [reserved] = await db.insert(channels).values(row).returning();
    return reserved ?? null;
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

async function getHolder(db: ShardDb, { workspaceId, name }: Creation): Promise<Reservation | null> {
  const [row] = await db.select().from(channels).where(hasName(workspaceId, name));
  return row ?? null;
}

/** Makes the object of a reservation; when it exists already, this only finds it. */
async function open(env: Env, { workspaceId, id, name, kind, creator, created }: Reservation): Promise<ChannelInfo> {
  const spec = { id, name, kind, isGeneral: false, creator, created, members: [creator] };
  const { channel } = await channelOf(env, workspaceId, id).create(spec);
  return channel;
}
