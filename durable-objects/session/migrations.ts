import type { Migration } from '../storage/migrate.ts';
import { ticketsTable } from '../storage/tickets.ts';

export const sessionMigrations: readonly Migration[] = [
  {
    name: 'channels, devices',
    sql: `
      -- entry: SidebarChannel as JSON; null once the person has left. seq: of the channel's log, when that was so.
      CREATE TABLE channels (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, entry TEXT) WITHOUT ROWID;

      -- Which device has, or had, a socket to which channel.
      CREATE TABLE viewing (session TEXT NOT NULL, channel TEXT NOT NULL, PRIMARY KEY (session, channel)) WITHOUT ROWID;

      CREATE TABLE signed_out (session TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;

      ${ticketsTable};
    `,
  },
];
