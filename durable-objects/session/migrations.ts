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
  {
    name: 'what a person keeps',
    sql: `
      -- gone: of the channel's log, when it last said that the person is out; what it said before that counts for nothing.
      -- keywords_due: whether the channel is to be told the person's keywords.
      ALTER TABLE channels ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE channels ADD COLUMN keywords_due INTEGER NOT NULL DEFAULT 0;
      UPDATE channels SET gone = seq WHERE entry IS NULL;
      -- What channels said before they said what is newest in them.
      UPDATE channels SET entry = json_set(entry, '$.latest', '0000000000.000000') WHERE entry IS NOT NULL;
      CREATE INDEX channels_to_tell ON channels (id) WHERE keywords_due = 1;

      -- Single things, as the JSON that devices get.
      CREATE TABLE settings (name TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;

      -- entry: ChannelPreferences as JSON. starred: since when, in seconds. closed: for a direct message that was closed, its
      -- newest message then, in microseconds.
      CREATE TABLE channel_preferences (
        channel TEXT PRIMARY KEY,
        entry TEXT NOT NULL,
        starred INTEGER,
        closed INTEGER
      ) WITHOUT ROWID;

      -- entry: FollowedThread as JSON; null once it is not followed any more. seq: of the channel's log, when that was so.
      -- latest: its newest reply, in microseconds.
      CREATE TABLE threads (
        row INTEGER PRIMARY KEY,
        channel TEXT NOT NULL,
        thread_ts TEXT NOT NULL,
        seq INTEGER NOT NULL,
        entry TEXT,
        has_unread INTEGER NOT NULL,
        latest INTEGER NOT NULL,
        UNIQUE (channel, thread_ts)
      );
      CREATE INDEX threads_in_order ON threads (has_unread DESC, latest DESC, row DESC) WHERE entry IS NOT NULL;

      -- item: ActivityItem as JSON. at: milliseconds.
      CREATE TABLE activity (
        row INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        channel TEXT,
        item TEXT NOT NULL
      );
      CREATE INDEX activity_in_order ON activity (at DESC, row DESC);

      -- draft: as JSON; one that was emptied stays for a while, so that an older word does not bring it back.
      CREATE TABLE drafts (
        channel TEXT NOT NULL,
        thread_ts TEXT NOT NULL,           -- '' outside threads
        updated INTEGER NOT NULL,
        is_empty INTEGER NOT NULL,
        length INTEGER NOT NULL,
        draft TEXT NOT NULL,
        PRIMARY KEY (channel, thread_ts)
      ) WITHOUT ROWID;
      CREATE INDEX drafts_in_order ON drafts (is_empty, updated DESC, length);

      -- entry: SavedMessage as JSON. message: its ts in microseconds. saved_at: milliseconds. due: when the person is to be
      -- reminded, in seconds; null once they were.
      CREATE TABLE saved (
        row INTEGER PRIMARY KEY,
        channel TEXT NOT NULL,
        message INTEGER NOT NULL,
        entry TEXT NOT NULL,
        is_done INTEGER NOT NULL,
        saved_at INTEGER NOT NULL,
        due INTEGER,
        UNIQUE (channel, message)
      );
      CREATE INDEX saved_in_order ON saved (is_done, saved_at DESC, row DESC);
      CREATE INDEX saved_by_due ON saved (due) WHERE due IS NOT NULL;
    `,
  },
  {
    name: 'time and presence',
    sql: `
      -- See availability.ts.
      CREATE TABLE availability (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        tz TEXT NOT NULL DEFAULT 'UTC',
        manual_away INTEGER NOT NULL DEFAULT 0,
        away_at INTEGER,
        snooze_until INTEGER NOT NULL DEFAULT 0,
        dnd_schedule TEXT,
        dnd_ended INTEGER NOT NULL DEFAULT 0,
        dnd_turns INTEGER,
        told TEXT,
        turn INTEGER NOT NULL DEFAULT 0,
        profile TEXT
      );
      INSERT INTO availability (one) VALUES (1);

      -- Who has the person on screen. until: of the lease, in milliseconds. untold: see watchers.ts. again: when they are to
      -- be told what they have not heard, in milliseconds.
      CREATE TABLE watchers (
        user_id TEXT PRIMARY KEY,
        until INTEGER NOT NULL,
        untold INTEGER NOT NULL DEFAULT 0,
        again INTEGER
      ) WITHOUT ROWID;
      CREATE INDEX watchers_to_tell ON watchers (again) WHERE again IS NOT NULL;

      -- People on screen whose sessions did not answer, and when they are asked again, in milliseconds.
      CREATE TABLE unanswered (
        user_id TEXT PRIMARY KEY,
        again INTEGER NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0
      ) WITHOUT ROWID;

      -- See scheduled.ts.
      CREATE TABLE scheduled (
        id TEXT PRIMARY KEY,
        channel TEXT NOT NULL,
        content TEXT NOT NULL,             -- JSON
        thread_ts TEXT,
        broadcast INTEGER NOT NULL,
        post_at INTEGER NOT NULL,
        created INTEGER NOT NULL,
        next INTEGER,
        tries INTEGER NOT NULL,
        attempted INTEGER NOT NULL,
        error TEXT
      ) WITHOUT ROWID;
      CREATE INDEX scheduled_by_next ON scheduled (next) WHERE next IS NOT NULL;

      -- See reminders.ts.
      CREATE TABLE reminders (
        id TEXT PRIMARY KEY,
        text TEXT NOT NULL,
        time INTEGER NOT NULL,
        recurrence TEXT,                   -- JSON
        completed INTEGER NOT NULL,
        next INTEGER
      ) WITHOUT ROWID;
      CREATE INDEX reminders_by_next ON reminders (next) WHERE next IS NOT NULL;
    `,
  },
  {
    name: 'what calls the person no more',
    sql: `
      -- uncalled: ids of lines of the activity view that the channel said last are not to be there, as a JSON array.
      ALTER TABLE channels ADD COLUMN uncalled TEXT NOT NULL DEFAULT '[]';
    `,
  },
  {
    name: 'when devices looked',
    sql: `
      -- at: when the device last opened a socket there, within a day, in milliseconds.
      ALTER TABLE viewing ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
      UPDATE viewing SET at = unixepoch() * 1000;
    `,
  },
  {
    name: 'calls of whoever is there',
    sql: `
      -- Messages that call whoever is there (@here): whether the person was, when the session heard of it first.
      CREATE TABLE here_calls (
        channel TEXT NOT NULL,
        message INTEGER NOT NULL,
        was_there INTEGER NOT NULL,
        PRIMARY KEY (channel, message)
      ) WITHOUT ROWID;
    `,
  },
  {
    name: 'activity that was read where it stands',
    sql: `
      -- last_read: the newest reply that the person has read, in microseconds; it stays when they follow the thread no more.
      ALTER TABLE threads ADD COLUMN last_read INTEGER NOT NULL DEFAULT 0;
      UPDATE threads SET last_read = CAST(replace(entry ->> '$.last_read', '.', '') AS INTEGER) WHERE entry IS NOT NULL;

      -- One line for all reactions to a message.
      DELETE FROM activity WHERE kind = 'reaction' AND row NOT IN (
        SELECT row FROM (
          SELECT row, max(at) FROM activity WHERE kind = 'reaction' GROUP BY channel, item ->> '$.ts'
        )
      );
      UPDATE activity SET id = channel || '.' || (item ->> '$.ts') || '.reaction',
        item = json_set(item, '$.id', channel || '.' || (item ->> '$.ts') || '.reaction')
      WHERE kind = 'reaction';
    `,
  },
];
