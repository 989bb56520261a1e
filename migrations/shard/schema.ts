import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ChannelKind, ChannelText } from '../../shared/channel.ts';
import type { ImportCounts, ImportStatus } from '../../shared/protocol/imports.ts';
import type { Role, UserProfile } from '../../shared/user.ts';
import type { WorkspacePolicies } from '../../shared/workspace.ts';

/**
 * A metadata shard: the facts about some of the workspaces. Every key begins with the workspace's id, so that no row can
 * be reached without one. Message text is never in here. Times are seconds since 1970.
 */
export const workspaces = sqliteTable('workspaces', {
  id: text().primaryKey(),
  name: text().notNull(),
  domain: text().notNull(),
  created: integer().notNull(),
  /** Null: all as they come. */
  policies: text({ mode: 'json' }).$type<WorkspacePolicies>(),
});

/** At which hosts a workspace's people reach it, with the port if it is none of HTTP's own: links there lead to it. */
export const hosts = sqliteTable(
  'hosts',
  { workspaceId: text('workspace_id').notNull(), host: text().notNull() },
  (table) => [primaryKey({ columns: [table.workspaceId, table.host] })],
);

export const users = sqliteTable(
  'users',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    /** The handle: lower case, unique here. */
    name: text().notNull(),
    /** Lower case. Null for bots, and for imported people whose address the export leaves out. */
    email: text(),
    role: text().$type<Role>().notNull(),
    deactivated: integer({ mode: 'boolean' }).notNull().default(false),
    isBot: integer('is_bot', { mode: 'boolean' }).notNull().default(false),
    tz: text().notNull(),
    profile: text({ mode: 'json' }).$type<UserProfile>().notNull(),
    updated: integer().notNull(),
    /**
     * Of somebody who is only stood in for: the administrator whose imports alone name them. Null when several people's do;
     * then only an owner's import may say who they are.
     */
    importedBy: text('imported_by'),
    /** The hash of the invitation of which they took up a use: it lets them in again, should they not have heard. */
    invitedWith: text('invited_with'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('users_by_name').on(table.workspaceId, table.name),
    uniqueIndex('users_by_email').on(table.workspaceId, table.email),
  ],
);

/**
 * A copy of what each channel says of itself, for listing. The name is reserved here, with `ready` false, before the
 * channel's object exists; a row that is not ready is shown to nobody.
 */
export const channels = sqliteTable(
  'channels',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    name: text().notNull(),
    kind: text().$type<ChannelKind>().notNull(),
    isGeneral: integer('is_general', { mode: 'boolean' }).notNull().default(false),
    isArchived: integer('is_archived', { mode: 'boolean' }).notNull().default(false),
    creator: text().notNull(),
    created: integer().notNull(),
    topic: text({ mode: 'json' }).$type<ChannelText>().notNull(),
    purpose: text({ mode: 'json' }).$type<ChannelText>().notNull(),
    ready: integer({ mode: 'boolean' }).notNull().default(false),
    /** Whether an import made it; imports fill no other channels than these, and #general. */
    isImported: integer('is_imported', { mode: 'boolean' }).notNull().default(false),
    /** The administrator whose import made it. Null where that was not noted: then it is an owner's to write into. */
    importedBy: text('imported_by'),
    /** An import made it and has let nobody in yet; the next one of the same person may. */
    awaitsPeople: integer('awaits_people', { mode: 'boolean' }).notNull().default(false),
    /** Of a direct or group message: its people's ids in order, with commas between. One conversation for the same people. */
    people: text(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('channels_by_name')
      .on(table.workspaceId, table.name)
      .where(sql`kind IN ('public', 'private')`),
    uniqueIndex('channels_by_people').on(table.workspaceId, table.people),
  ],
);

/** A copy of the channels' membership, for listing; never wider than the truth. */
export const channelMembers = sqliteTable(
  'channel_members',
  {
    workspaceId: text('workspace_id').notNull(),
    channelId: text('channel_id').notNull(),
    userId: text('user_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.channelId, table.userId] }),
    index('channel_members_by_user').on(table.workspaceId, table.userId, table.channelId),
  ],
);

/** Groups of people who are called together. */
export const userGroups = sqliteTable(
  'user_groups',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    /** Lower case, unique here, also among the handles of people. */
    handle: text().notNull(),
    name: text().notNull(),
    description: text().notNull(),
    creator: text().notNull(),
    created: integer().notNull(),
    updatedBy: text('updated_by').notNull(),
    updated: integer().notNull(),
    /** When it was switched off; null while it can be called. */
    disabled: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('user_groups_by_handle').on(table.workspaceId, table.handle),
  ],
);

export const userGroupMembers = sqliteTable(
  'user_group_members',
  {
    workspaceId: text('workspace_id').notNull(),
    groupId: text('group_id').notNull(),
    userId: text('user_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.groupId, table.userId] }),
    index('user_group_members_by_user').on(table.workspaceId, table.userId),
  ],
);

/** Emoji that the people of a workspace have added: an image, or another name for an emoji that there is. */
export const customEmoji = sqliteTable(
  'custom_emoji',
  {
    workspaceId: text('workspace_id').notNull(),
    name: text().notNull(),
    /** The image's key in the bucket, hard to guess: whoever has it may look at it. Null for an alias. */
    image: text(),
    aliasFor: text('alias_for'),
    creator: text().notNull(),
    created: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.name] })],
);

/** A device on which somebody is signed in. */
export const sessions = sqliteTable(
  'sessions',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    userId: text('user_id').notNull(),
    /** The counter in the refresh cookie that is good now; one with a lower counter was used up. */
    refreshCounter: integer('refresh_counter').notNull().default(0),
    /** The `attempt` that raised the counter last: its repeat is answered again, anything else ends the session. */
    lastAttempt: text('last_attempt'),
    label: text().notNull(),
    created: integer().notNull(),
    lastUsed: integer('last_used').notNull(),
    expires: integer().notNull(),
    /** When it was signed out. */
    revoked: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('sessions_by_user').on(table.workspaceId, table.userId),
  ],
);

/** API tokens, by the SHA-256 of what their holder has. */
export const tokens = sqliteTable(
  'tokens',
  {
    workspaceId: text('workspace_id').notNull(),
    hash: text().notNull(),
    userId: text('user_id').notNull(),
    kind: text().$type<'user' | 'bot'>().notNull(),
    name: text().notNull(),
    scopes: text({ mode: 'json' }).$type<string[]>().notNull(),
    created: integer().notNull(),
    revoked: integer(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.hash] })],
);

/** Invitations, by the SHA-256 of the link's token. */
export const invitations = sqliteTable(
  'invitations',
  {
    workspaceId: text('workspace_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    /** Only whoever proves this address may use it; null for a link that anybody may use. */
    email: text(),
    role: text().$type<Role>().notNull(),
    inviter: text().notNull(),
    created: integer().notNull(),
    expires: integer().notNull(),
    usesLeft: integer('uses_left').notNull(),
    revoked: integer(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.tokenHash] })],
);

/** Events that a consumer gave up on; the channel's log still has them, so they can be replayed. */
export const deadLetters = sqliteTable(
  'dead_letters',
  {
    workspaceId: text('workspace_id').notNull(),
    pipeline: text().notNull(),
    channelId: text('channel_id').notNull(),
    seq: integer().notNull(),
    error: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.pipeline, table.channelId, table.seq] })],
);

/** Imports of Slack exports: a copy of what each import's object says of itself, for listing and for the record. */
export const imports = sqliteTable(
  'imports',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    name: text().notNull(),
    /** Bytes. */
    size: integer().notNull(),
    /** Who imports; nobody else gets to see the report, which names private channels. */
    importer: text().notNull(),
    status: text().$type<ImportStatus>().notNull(),
    created: integer().notNull(),
    finished: integer(),
    error: text(),
    errorDetail: text('error_detail'),
    /** When it is over. */
    counts: text({ mode: 'json' }).$type<ImportCounts>(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);
