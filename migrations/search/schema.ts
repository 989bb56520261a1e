import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The search database: an index that can be built again from the channels at any time. This is what it knows of itself. */
export const metadata = sqliteTable('metadata', {
  name: text().primaryKey(),
  value: text().notNull(),
});
