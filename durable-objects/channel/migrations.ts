import type { Migration } from '../storage/migrate.ts';
import { ticketsTable } from '../storage/tickets.ts';

/** Times and message ids are microseconds since 1970; a message's id is its `ts`. */
export const channelMigrations: readonly Migration[] = [
  {
    name: 'channel, members, messages, log',
    sql: `
      CREATE TABLE channel (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        id TEXT NOT NULL,
        workspace TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        is_general INTEGER NOT NULL,
        is_archived INTEGER NOT NULL,
        creator TEXT NOT NULL,
        created INTEGER NOT NULL,          -- seconds
        topic TEXT NOT NULL,               -- ChannelText as JSON
        purpose TEXT NOT NULL,
        previous_names TEXT NOT NULL,      -- JSON array
        pending_name TEXT,                 -- a rename whose name is being reserved: { name, user } as JSON
        epoch TEXT NOT NULL
      );

      -- knows: what this person's session has been told: 0 nothing unread, 1 something unread, 2 not how things stand.
      -- mentions: unread ones.
      CREATE TABLE members (
        user_id TEXT PRIMARY KEY,
        joined INTEGER NOT NULL,
        last_read INTEGER NOT NULL,
        knows INTEGER NOT NULL DEFAULT 0,
        mentions INTEGER NOT NULL DEFAULT 0
      ) WITHOUT ROWID;
      CREATE INDEX members_to_tell ON members (user_id) WHERE knows <> 1;

      -- thread: the root's id, on replies. shown: part of the channel's history (not a plain reply, not erased).
      -- erased: deleted; the row stays, empty, so that a retried send does not bring the message back.
      -- repliers: { user: replies } of a root, in order of arrival. extra: the rest of the message as JSON.
      CREATE TABLE messages (
        id INTEGER PRIMARY KEY,
        user_id TEXT,
        client_id TEXT,
        thread INTEGER,
        shown INTEGER NOT NULL,
        erased INTEGER NOT NULL DEFAULT 0,
        text TEXT NOT NULL,
        extra TEXT,
        edited INTEGER,
        edited_by TEXT,
        repliers TEXT,
        latest_reply INTEGER
      );
      CREATE UNIQUE INDEX messages_by_client_id ON messages (user_id, client_id) WHERE client_id IS NOT NULL;
      CREATE INDEX messages_by_thread ON messages (thread, id) WHERE thread IS NOT NULL;

      CREATE TABLE reactions (
        message INTEGER NOT NULL,
        name TEXT NOT NULL,
        user_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        PRIMARY KEY (message, name, user_id)
      ) WITHOUT ROWID;

      CREATE TABLE pins (message INTEGER PRIMARY KEY, user_id TEXT NOT NULL, pinned INTEGER NOT NULL);

      -- item: the message that the event is about. data: the event as JSON, as it goes out.
      CREATE TABLE log (
        seq INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        at INTEGER NOT NULL,
        item INTEGER,
        data TEXT NOT NULL
      );

      CREATE TABLE cursors (
        pipeline TEXT PRIMARY KEY,
        published INTEGER NOT NULL,
        settled INTEGER NOT NULL
      ) WITHOUT ROWID;

      ${ticketsTable};
    `,
  },
];
