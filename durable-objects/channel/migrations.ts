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
  {
    name: 'bookmarks, withdrawn previews, quotes, reactions by person, relays',
    sql: `
      -- In the order of their ids' arrival: position. bookmark: the object as it goes out, as JSON.
      CREATE TABLE bookmarks (id TEXT PRIMARY KEY, position INTEGER NOT NULL, bookmark TEXT NOT NULL) WITHOUT ROWID;

      -- Links of which a message's author does not want a preview.
      CREATE TABLE withdrawn_previews (
        message INTEGER NOT NULL,
        url TEXT NOT NULL,
        PRIMARY KEY (message, url)
      ) WITHOUT ROWID;

      -- Messages elsewhere, or here, that quote a message of this channel under a link to it. gone: it is deleted, and they
      -- are to be told.
      CREATE TABLE quotes (
        message INTEGER NOT NULL,
        channel TEXT NOT NULL,
        quoting INTEGER NOT NULL,
        url TEXT NOT NULL,
        gone INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (message, channel, quoting, url)
      ) WITHOUT ROWID;
      CREATE INDEX quotes_gone ON quotes (gone) WHERE gone = 1;

      CREATE INDEX reactions_by_user ON reactions (user_id, position);

      -- Objects that hold sockets of this channel. stale: one that missed something, and is to close them.
      CREATE TABLE relays (number INTEGER PRIMARY KEY, stale INTEGER NOT NULL DEFAULT 0);
    `,
  },
  {
    name: 'calls and followers',
    sql: `
      -- keywords: words that call this person, as a JSON array; null for none.
      -- knows: 3 as well: what there is to tell is on its way through a queue.
      ALTER TABLE members ADD COLUMN keywords TEXT;
      CREATE INDEX members_with_keywords ON members (user_id) WHERE keywords IS NOT NULL;
      DROP INDEX members_to_tell;
      CREATE INDEX members_to_tell ON members (user_id) WHERE knows IN (0, 2);

      -- Whom a message calls, each way of calling for itself. by: 'mention' (by name), 'keyword', or a user group's id.
      -- thread: of a reply, its root. in_channel: whether the channel's history shows it.
      CREATE TABLE called (
        user_id TEXT NOT NULL,
        message INTEGER NOT NULL,
        by TEXT NOT NULL,
        thread INTEGER,
        in_channel INTEGER NOT NULL,
        PRIMARY KEY (user_id, message, by)
      ) WITHOUT ROWID;
      CREATE INDEX called_by_message ON called (message);

      -- Messages in the history that call everybody.
      CREATE TABLE called_all (message INTEGER PRIMARY KEY, author TEXT);

      -- Groups that a message calls, and whose people have not been looked up yet.
      CREATE TABLE pending_groups (
        message INTEGER NOT NULL,
        group_id TEXT NOT NULL,
        PRIMARY KEY (message, group_id)
      ) WITHOUT ROWID;

      -- following: 0 when the person said that they do not want to, -1 when they have left since. last_read: the newest reply that they have read, or one
      -- that was there when they began. knows: as of members, without 3.
      CREATE TABLE followers (
        thread INTEGER NOT NULL,
        user_id TEXT NOT NULL,
        following INTEGER NOT NULL,
        last_read INTEGER NOT NULL,
        knows INTEGER NOT NULL,
        PRIMARY KEY (thread, user_id)
      ) WITHOUT ROWID;
      CREATE INDEX followers_by_user ON followers (user_id);
      CREATE INDEX followers_to_tell ON followers (user_id) WHERE knows = 2;

      -- What sessions are to be told besides how things stand; a row goes when they were. at: grows with every row.
      CREATE TABLE notices (
        user_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        message INTEGER NOT NULL,
        thread INTEGER,
        actor TEXT,
        emoji TEXT,
        PRIMARY KEY (user_id, at)
      ) WITHOUT ROWID;

      -- A look at all members that goes on slice by slice: at those after that id. forced: all of them are to be told.
      CREATE TABLE round (one INTEGER PRIMARY KEY CHECK (one = 1), after TEXT NOT NULL, forced INTEGER NOT NULL);

      -- Since when (ms) some members may have been on their way through a queue.
      CREATE TABLE queued (one INTEGER PRIMARY KEY CHECK (one = 1), since INTEGER NOT NULL);

      -- What was unread and called somebody before there were these tables: found once more, code being taken for words.
      INSERT OR IGNORE INTO called (user_id, message, by, thread, in_channel)
        SELECT members.user_id, id, 'mention', thread, shown FROM members, messages
        WHERE mentions > 0 AND id > last_read AND erased = 0 AND messages.user_id IS NOT members.user_id
        AND (instr(text, '<@' || members.user_id || '>') > 0 OR instr(text, '<@' || members.user_id || '|') > 0)
        AND coalesce(json_extract(extra, '$.subtype'), 'me_message') IN ('me_message', 'thread_broadcast', 'file_share');
      INSERT INTO called_all (message, author)
        SELECT id, user_id FROM messages
        WHERE id > (SELECT min(last_read) FROM members WHERE mentions > 0) AND shown = 1 AND erased = 0
        AND (instr(text, '<!channel') > 0 OR instr(text, '<!here') > 0 OR instr(text, '<!everyone') > 0)
        AND coalesce(json_extract(extra, '$.subtype'), 'me_message') IN ('me_message', 'thread_broadcast', 'file_share');
      UPDATE members SET knows = 2 WHERE mentions > 0;
      ALTER TABLE members DROP COLUMN mentions;
    `,
  },
  {
    name: 'repliers',
    sql: `
      -- Who has replied in a thread, in the order of their first replies: position. A root's own row (messages.repliers) has
      -- how many replies there are, by how many people, and the first few of those, as JSON, whoever replies.
      CREATE TABLE repliers (
        thread INTEGER NOT NULL,
        replier TEXT NOT NULL,
        position INTEGER NOT NULL,
        PRIMARY KEY (thread, replier)
      ) WITHOUT ROWID;
      INSERT INTO repliers (thread, replier, position)
        SELECT messages.id, each.key, each.id FROM messages, json_each(messages.repliers) AS each
        WHERE messages.repliers IS NOT NULL;
      UPDATE messages SET repliers = (
        SELECT json_object('count', sum(value), 'users', count(*), 'first', (
          SELECT json_group_array(replier) FROM (
            SELECT replier FROM repliers WHERE thread = messages.id ORDER BY position LIMIT 5
          )
        )) FROM json_each(messages.repliers)
      ) WHERE repliers IS NOT NULL;
    `,
  },
  {
    name: 'uncalled',
    sql: `
      -- Messages that called this person ('' for everybody) and do so no more: lines of activity views that are to go. at: when
      -- that was; the newest few of each are kept.
      CREATE TABLE uncalled (
        user_id TEXT NOT NULL,
        message INTEGER NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (user_id, message)
      ) WITHOUT ROWID;
    `,
  },
  {
    name: 'calls of whoever is there',
    sql: `
      -- here: it calls those of everybody who are there (@here). Who that is, each session knows for itself.
      ALTER TABLE called_all ADD COLUMN here INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX called_here ON called_all (message) WHERE here = 1;
    `,
  },
  {
    name: 'kinds of reactions keep their places',
    sql: `
      -- since: when the first of this kind on the message came; all of a kind have the same, and it stays when that one goes.
      ALTER TABLE reactions ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
      UPDATE reactions SET since = kinds.since
      FROM (SELECT message, name, min(position) AS since FROM reactions GROUP BY message, name) AS kinds
      WHERE kinds.message = reactions.message AND kinds.name = reactions.name;
    `,
  },
];
