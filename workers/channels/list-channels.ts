import { and, asc, eq, gt, inArray, isNotNull, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { channelMembers, channels } from '../../migrations/shard/schema.ts';
import type { ChannelKind } from '../../shared/channel.ts';
import type { ShardDb } from '../../migrations/shards.ts';
import { hasName } from './has-name.ts';

/** Who looks: what they are not in and is not public is not there for them. */
type Looker = { workspaceId: string; userId: string };

export type Listing = {
  kinds: readonly ChannelKind[];
  excludeArchived: boolean;
  /** The id of the last channel of the page before. */
  after: string | null;
  limit: number;
};

/** The looker's own membership, beside that of whoever else a query is about. */
const mine = alias(channelMembers, 'mine');
const others = alias(channelMembers, 'others');

/** A page of the workspace's channels that the looker may know of, by id. One row more than asked for says: there is more. */
export async function listChannels(db: ShardDb, looker: Looker, listing: Listing) {
  return db
    .select({ ...columns(db, looker), memberCount: db.$count(channelMembers, inThisChannel(channelMembers)) })
    .from(channels)
    .leftJoin(mine, isMine(looker))
    .where(and(eq(channels.workspaceId, looker.workspaceId), isVisible, isAskedFor(listing)))
    .orderBy(asc(channels.id))
    .limit(listing.limit + 1);
}

/** A page of the channels that a person is in, as far as the looker may know of them. */
export async function listChannelsOf(db: ShardDb, looker: Looker, userId: string, listing: Listing) {
  return (
    db
      .select(columns(db, looker))
      .from(channelMembers)
      // Not an inner join: SQLite would go through the workspace's channels, and look for the person in each.
      .crossJoin(channels)
      .leftJoin(mine, isMine(looker))
      .where(
        and(
          eq(channelMembers.workspaceId, looker.workspaceId),
          eq(channelMembers.userId, userId),
          inThisChannel(channelMembers),
          isVisible,
          isAskedFor(listing),
        ),
      )
      .orderBy(asc(channelMembers.channelId))
      .limit(listing.limit + 1)
  );
}

/** The channel of that name, if the looker may know of it. */
export async function getChannelIdByName(db: ShardDb, looker: Looker, name: string): Promise<string | null> {
  const [row] = await db
    .select({ id: channels.id })
    .from(channels)
    .leftJoin(mine, isMine(looker))
    .where(and(hasName(looker.workspaceId, name), isVisible));
  return row?.id ?? null;
}

const isVisible = and(eq(channels.ready, true), or(eq(channels.kind, 'public'), isNotNull(mine.userId)));

function isAskedFor({ kinds, excludeArchived, after }: Listing) {
  return and(
    inArray(channels.kind, [...kinds]),
    excludeArchived ? eq(channels.isArchived, false) : undefined,
    after === null ? undefined : gt(channels.id, after),
  );
}

function inThisChannel(members: typeof channelMembers | typeof mine | typeof others) {
  return and(eq(members.workspaceId, channels.workspaceId), eq(members.channelId, channels.id));
}

function isMine({ userId }: Looker) {
  return and(inThisChannel(mine), eq(mine.userId, userId));
}

function columns(db: ShardDb, { userId }: Looker) {
  const peer = db
    .select({ userId: others.userId })
    .from(others)
    .where(and(inThisChannel(others), ne(others.userId, userId)))
    .limit(1);
  return {
    id: channels.id,
    name: channels.name,
    kind: channels.kind,
    isGeneral: channels.isGeneral,
    isArchived: channels.isArchived,
    creator: channels.creator,
    created: channels.created,
    topic: channels.topic,
    purpose: channels.purpose,
    isMember: sql<number>`${mine.userId} IS NOT NULL`.mapWith(Boolean),
    /** Of a direct message: the other person, or oneself when one talks to oneself. */
    peer: sql<string | null>`CASE ${channels.kind} WHEN 'im' THEN coalesce((${peer}), ${userId}) END`,
  };
}
