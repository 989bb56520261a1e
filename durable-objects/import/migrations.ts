import type { Migration } from '../storage/migrate.ts';

export const importMigrations: readonly Migration[] = [
  {
    name: 'job, parts, plan, progress, problems',
    sql: `
      -- attempts: how often the next step was begun and neither ended nor failed. failures: how often it failed.
      CREATE TABLE job (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        workspace TEXT NOT NULL,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,             -- bytes
        part_size INTEGER NOT NULL,
        importer TEXT NOT NULL,
        upload_id TEXT NOT NULL,           -- of R2's multipart upload
        created INTEGER NOT NULL,          -- seconds, as is finished
        finished INTEGER,
        status TEXT NOT NULL,
        phase TEXT NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        failures INTEGER NOT NULL DEFAULT 0,
        error TEXT,
        error_detail TEXT,
        unnamed INTEGER NOT NULL DEFAULT 0 -- problems past the most that are kept
      );

      CREATE TABLE parts (number INTEGER PRIMARY KEY, etag TEXT NOT NULL);

      -- plan: PlannedUser as JSON; null for placeholders, and when it is over. target: the id here, once decided.
      -- outcome: created, matched, present or placeholder.
      CREATE TABLE users (
        position INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        plan TEXT,
        target TEXT,
        outcome TEXT,
        done INTEGER NOT NULL DEFAULT 0
      );
      CREATE INDEX users_to_do ON users (position) WHERE done = 0;

      -- plan: PlannedChannel without its days, as JSON. target, name: as here, once decided. is_new: made by this import.
      -- admits: whether the people of the export are let in. next_day: the position of the first day not yet taken.
      CREATE TABLE channels (
        position INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        plan TEXT,
        state TEXT NOT NULL,
        target TEXT,
        name TEXT NOT NULL,
        is_new INTEGER NOT NULL DEFAULT 1,
        admits INTEGER NOT NULL DEFAULT 0,
        day_count INTEGER NOT NULL,
        next_day INTEGER NOT NULL DEFAULT 0,
        expected INTEGER NOT NULL DEFAULT 0,
        imported INTEGER NOT NULL DEFAULT 0,
        present INTEGER NOT NULL DEFAULT 0,
        lost INTEGER NOT NULL DEFAULT 0,
        repeated INTEGER NOT NULL DEFAULT 0
      );
      CREATE INDEX channels_to_do ON channels (position) WHERE state <> 'done';

      -- The rest of a channel's rows go when it is done. channel: its position. entry: where the day file is, as JSON.
      CREATE TABLE days (
        channel INTEGER NOT NULL,
        position INTEGER NOT NULL,
        entry TEXT NOT NULL,
        PRIMARY KEY (channel, position)
      ) WITHOUT ROWID;
      CREATE TABLE fingerprints (
        channel INTEGER NOT NULL,
        ts TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        PRIMARY KEY (channel, ts)
      ) WITHOUT ROWID;
      CREATE TABLE pins (
        channel INTEGER NOT NULL,
        ts TEXT NOT NULL,
        user_id TEXT NOT NULL,
        created INTEGER NOT NULL,          -- seconds
        PRIMARY KEY (channel, ts)
      ) WITHOUT ROWID;

      CREATE TABLE problems (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL,
        place TEXT NOT NULL,
        ts TEXT,
        detail TEXT NOT NULL
      );
    `,
  },
];
