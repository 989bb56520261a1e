import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { migrate } from '../storage/migrate.ts';
import { reactionsOf, threadSummary } from './messages/message-rows.ts';
import { channelMigrations } from './migrations.ts';

test('what was unread and called somebody before calls were kept is found again', async () => {
  await runInDurableObject(env.CHANNEL.getByName('T0OLD:C0OLD'), (_object, { storage }) => {
    const { sql } = storage;
    migrate(storage, channelMigrations.slice(0, 1));
    sql.exec(
      `INSERT INTO members (user_id, joined, last_read, knows, mentions)
       VALUES ('UANN', 1, 10, 1, 3), ('UBOB', 1, 10, 1, 0), ('UCAT', 1, 99, 0, 0)`,
    );
    const say = (id: number, author: string, text: string, fields: { thread?: number; extra?: object } = {}) =>
      sql.exec(
        'INSERT INTO messages (id, user_id, thread, shown, text, extra) VALUES (?, ?, ?, ?, ?, ?)',
        id,
        author,
        fields.thread ?? null,
        fields.thread === undefined ? 1 : 0,
        text,
        fields.extra ? JSON.stringify(fields.extra) : null,
      );
    say(5, 'UBOB', 'read long ago: <@UANN>');
    say(11, 'UBOB', 'hello <@UANN>');
    say(12, 'UBOB', 'hello <@UANN|ann>', { thread: 11, extra: { blocks: [] } });
    say(13, 'UBOB', '<@UANN2> is somebody else');
    say(14, 'UANN', 'I, <@UANN>');
    say(15, 'UBOB', '<!channel> all');
    say(16, 'UBOB', '<@UANN> was removed', { extra: { subtype: 'channel_leave' } });

    migrate(storage, channelMigrations);
    expect(sql.exec('SELECT user_id, message, by, thread, in_channel FROM called ORDER BY message').toArray()).toEqual([
      { user_id: 'UANN', message: 11, by: 'mention', thread: null, in_channel: 1 },
      { user_id: 'UANN', message: 12, by: 'mention', thread: 11, in_channel: 0 },
    ]);
    expect(sql.exec('SELECT * FROM called_all').toArray()).toEqual([{ message: 15, author: 'UBOB', here: 0 }]);
    expect(sql.exec('SELECT user_id, knows FROM members ORDER BY user_id').toArray()).toEqual([
      { user_id: 'UANN', knows: 2 },
      { user_id: 'UBOB', knows: 1 },
      { user_id: 'UCAT', knows: 0 },
    ]);
  });
});

test('the replies of threads are counted as before they were kept by people', async () => {
  await runInDurableObject(env.CHANNEL.getByName('T0OLD:C0THREADS'), (_object, { storage }) => {
    const { sql } = storage;
    migrate(storage, channelMigrations.slice(0, 3));
    const repliers = { UZOE: 2, UANN: 1, UBOB: 1, UCAT: 3, UDAN: 1, UEVE: 1 };
    sql.exec(
      "INSERT INTO messages (id, shown, text, repliers, latest_reply) VALUES (1, 1, '', ?, 9)",
      JSON.stringify(repliers),
    );
    sql.exec("INSERT INTO messages (id, shown, text) VALUES (2, 1, '')");
    migrate(storage, channelMigrations);
    const [thread, none] = sql
      .exec<{ repliers: string | null; latest_reply: number | null }>(
        'SELECT repliers, latest_reply FROM messages ORDER BY id',
      )
      .toArray();
    expect(threadSummary(thread ?? { repliers: null, latest_reply: null })).toMatchObject({
      reply_count: 9,
      reply_users_count: 6,
      reply_users: ['UZOE', 'UANN', 'UBOB', 'UCAT', 'UDAN'],
    });
    expect(none?.repliers).toBeNull();
    expect(
      sql
        .exec('SELECT replier FROM repliers WHERE thread = 1 ORDER BY position')
        .toArray()
        .map((row) => row['replier']),
    ).toEqual(Object.keys(repliers));
  });
});

test('kinds of reactions keep the places that they had before those were kept', async () => {
  await runInDurableObject(env.CHANNEL.getByName('T0OLD:C0REACTIONS'), (_object, { storage }) => {
    const { sql } = storage;
    migrate(storage, channelMigrations.slice(0, 6));
    sql.exec(
      `INSERT INTO reactions (message, name, user_id, position)
       VALUES (1, 'wave', 'UBOB', 5), (1, 'tada', 'UANN', 6), (1, 'wave', 'UANN', 7), (2, 'wave', 'UANN', 8)`,
    );
    migrate(storage, channelMigrations);
    sql.exec("DELETE FROM reactions WHERE user_id = 'UBOB'");
    expect(reactionsOf(sql, 1).map(({ name }) => name)).toEqual(['wave', 'tada']);
    expect(sql.exec('SELECT since FROM reactions WHERE message = 2').one()).toEqual({ since: 8 });
  });
});
