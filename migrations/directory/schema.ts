import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The directory: the one database that knows of every workspace. It holds what must be asked before a workspace is known,
 * and nothing else. Times are seconds since 1970.
 */
export const workspaces = sqliteTable(
  'workspaces',
  {
    id: text().primaryKey(),
    /** The name of the D1 binding, such as SHARD_1. Never changes. */
    shard: text().notNull(),
    domain: text().notNull().unique(),
    created: integer().notNull(),
  },
  (table) => [index('workspaces_by_shard').on(table.shard)],
);

/** Which workspaces an address belongs to, and who it is there. */
export const addresses = sqliteTable(
  'addresses',
  {
    email: text().notNull(),
    workspaceId: text('workspace_id').notNull(),
    userId: text('user_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.email, table.workspaceId] })],
);

/** The newest code that was sent to an address; an older one is overwritten, a used one is gone. */
export const signInCodes = sqliteTable(
  'sign_in_codes',
  {
    email: text().primaryKey(),
    codeHash: text('code_hash').notNull(),
    expires: integer().notNull(),
    triesLeft: integer('tries_left').notNull(),
  },
  (table) => [index('sign_in_codes_by_expiry').on(table.expires)],
);

/** How often something was tried in the window that ends at `expires`; `subject` says what and who: `send:<address>`. */
export const attempts = sqliteTable(
  'attempts',
  {
    subject: text().primaryKey(),
    count: integer().notNull(),
    expires: integer().notNull(),
  },
  (table) => [index('attempts_by_expiry').on(table.expires)],
);
