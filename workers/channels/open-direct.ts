import { and, eq, sql } from 'drizzle-orm';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import { channels, users } from '../../migrations/shard/schema.ts';
import { peopleKey } from '../../migrations/direct-people.ts';
import type { ShardDb } from '../../migrations/shards.ts';
import { unsetText, type ChannelInfo } from '../../shared/channel.ts';
import { newId } from '../../shared/ids.ts';

type Opening = { workspaceId: string; creator: string; people: readonly string[] };
type Listed = typeof channels.$inferSelect;

/** The conversation of just these people (the opener among them), if there is one. */
export async function getDirect(
  db: ShardDb,
  { workspaceId, people }: Pick<Opening, 'workspaceId' | 'people'>,
): Promise<Listed | null> {
  const [row] = await db
    .select()
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.people, peopleKey(people))));
  return row ?? null;
}

/**
 * The conversation of just these people, made now if it is not there. Two who open it at once get the same one: the
 * directory has room for one row of the same people, and making its object twice is making it once. `now` in milliseconds.
 */
export async function doOpenDirect(env: Env, db: ShardDb, opening: Opening, now: number): Promise<ChannelInfo> {
  const row = (await getDirect(db, opening)) ?? (await reserve(db, opening, now));
  const { id, name, kind, creator, created } = row;
  const spec = { id, name, kind, isGeneral: false, creator, created, members: opening.people };
  const { channel } = await channelOf(env, opening.workspaceId, id).create(spec);
  return channel;
}

async function reserve(db: ShardDb, opening: Opening, now: number): Promise<Listed> {
  const { workspaceId, creator, people } = opening;
  const isGroup = people.length > 2;
  const id = newId(isGroup ? 'G' : 'D');
  await db
    .insert(channels)
    .values({
      workspaceId,
      id,
      name: isGroup ? await groupName(db, opening) : id,
      kind: isGroup ? 'mpim' : 'im',
      creator,
      created: Math.floor(now / 1000),
      topic: unsetText,
      purpose: unsetText,
      people: peopleKey(people),
    })
    .onConflictDoNothing();
  const row = await getDirect(db, opening);
  if (!row) throw new Error('the conversation was just listed');
  return row;
}

/** Slack's name of a group message: `mpdm-ada--grace--lin-1`. */
async function groupName(db: ShardDb, { workspaceId, people }: Opening): Promise<string> {
  const rows = await db
    .select({ name: users.name })
    .from(users)
    .where(
      and(
        eq(users.workspaceId, workspaceId),
        sql`${users.id} IN (SELECT value FROM json_each(${JSON.stringify(people)}))`,
      ),
    );
  const handles = rows.map(({ name }) => name).toSorted();
  return `mpdm-${handles.join('--')}-1`;
}
