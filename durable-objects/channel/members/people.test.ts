import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { channelMembers, channels } from '../../../migrations/shard/schema.ts';
import { openShard } from '../../../migrations/shards.ts';
import { TestSocket } from '../../testing/socket.ts';
import { ann, bob, cat, newChannel, newWorkspace } from '../../testing/workspace.ts';
import { openChannel } from '../context.ts';
import { doPost } from '../messages/post.ts';
import { setTold } from '../telling/told.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});

const db = () => openShard(env, 'SHARD_1');

async function listedMembers(channelId: string): Promise<string[]> {
  const rows = await db()
    .select({ userId: channelMembers.userId })
    .from(channelMembers)
    .where(and(eq(channelMembers.workspaceId, workspace), eq(channelMembers.channelId, channelId)));
  return rows.map(({ userId }) => userId).toSorted();
}

async function listed(channelId: string) {
  const [row] = await db()
    .select()
    .from(channels)
    .where(and(eq(channels.workspaceId, workspace), eq(channels.id, channelId)));
  return row;
}

/** What the person's devices would be shown now. */
async function boot(userId: string) {
  const socket = await TestSocket.open(env.SESSION.getByName(`${workspace}:${userId}`), { userId, role: 'member' });
  const frame = await socket.frame('boot');
  socket.close();
  return frame as Record<'channels' | 'unread_threads', Record<string, unknown>[]>;
}

async function entry(userId: string, channelId: string) {
  return (await boot(userId)).channels.find((channel) => channel['id'] === channelId);
}

describe('membership reaches the directory and the sidebars before the call returns', () => {
  test('creating, joining, leaving', async () => {
    const { id, channel } = await newChannel(workspace);
    expect(await listedMembers(id)).toEqual(['UANN', 'UBOB']);
    expect(await entry('UBOB', id)).toMatchObject({ id, has_unread: false });
    await channel.join(cat);
    expect(await listedMembers(id)).toEqual(['UANN', 'UBOB', 'UCAT']);
    expect(await entry('UCAT', id)).toBeTruthy();
    await channel.leave(cat);
    expect(await listedMembers(id)).toEqual(['UANN', 'UBOB']);
    expect(await entry('UCAT', id)).toBeUndefined();
  });

  test('who comes, is brought, leaves or is removed makes the channel unread for nobody', async () => {
    const { id, channel, stub } = await newChannel(workspace);
    const isUnread = async () => [(await entry('UANN', id))?.['has_unread'], (await entry('UBOB', id))?.['has_unread']];
    await channel.invite(ann, ['UCAT']);
    await channel.leave(cat);
    await channel.join(cat);
    await channel.kick(ann, 'UCAT');
    expect(await isUnread()).toEqual([false, false]);
    await channel.setTopic(ann, 'tea');
    await evictDurableObject(stub);
    await channel.invite(ann, ['UCAT']);
    expect(await isUnread()).toEqual([false, true]);
  });

  test('a device that is connected hears of it', async () => {
    const { id, channel } = await newChannel(workspace, undefined, 'private', ['UANN']);
    const session = await TestSocket.open(env.SESSION.getByName(`${workspace}:UCAT`), cat);
    await session.frame('boot');
    await channel.invite(ann, ['UCAT']);
    expect(await session.frame('channel')).toMatchObject({ channel: { id, kind: 'private' } });
    await channel.kick(ann, 'UCAT');
    expect(await session.frame('channel_gone')).toEqual({ type: 'channel_gone', channel: id });
  });

  test('inviting says who was there already, and refuses when all were', async () => {
    const { channel } = await newChannel(workspace);
    expect(await channel.invite(ann, ['UBOB', 'UCAT'])).toMatchObject({ added: ['UCAT'], alreadyIn: ['UBOB'] });
    expect(await channel.invite(ann, ['UBOB'])).toEqual({ ok: false, error: 'already_in_channel' });
    expect(await channel.invite(ann, ['UANN'])).toEqual({ ok: false, error: 'cant_invite_self' });
  });
});

describe('a rename', () => {
  test('reaches directory and sidebars, and a name that is taken is refused', async () => {
    const other = await newChannel(workspace, 'C0TAKEN');
    const { id, channel } = await newChannel(workspace);
    expect(await channel.rename(ann, 'fresh-name')).toMatchObject({ ok: true, channel: { name: 'fresh-name' } });
    expect(await listed(id)).toMatchObject({ name: 'fresh-name' });
    expect(await entry('UBOB', id)).toMatchObject({ name: 'fresh-name' });
    expect(await channel.rename(ann, 'c0taken')).toEqual({ ok: false, error: 'name_taken' });
    expect(await channel.info(ann)).toMatchObject({
      channel: { name: 'fresh-name', previousNames: [id.toLowerCase()] },
    });
    expect(await other.channel.info(ann)).toMatchObject({ channel: { name: 'c0taken' } });
  });

  test('that stopped after the directory took the name is finished by the alarm', async () => {
    const { id, channel, stub } = await newChannel(workspace);
    await runInDurableObject(stub, (_object, { storage }) => {
      storage.sql.exec('UPDATE channel SET pending_name = ?', JSON.stringify({ name: 'half-way', user: 'UANN' }));
      void storage.setAlarm(Date.now() + 60_000);
    });
    await db().update(channels).set({ name: 'half-way' }).where(eq(channels.id, id));
    await evictDurableObject(stub);
    await runDurableObjectAlarm(stub);
    expect(await channel.info(ann)).toMatchObject({ channel: { name: 'half-way' } });
  });

  test('that stopped before is forgotten by the alarm', async () => {
    const { id, channel, stub } = await newChannel(workspace);
    await runInDurableObject(stub, (_object, { storage }) => {
      storage.sql.exec('UPDATE channel SET pending_name = ?', JSON.stringify({ name: 'never', user: 'UANN' }));
      void storage.setAlarm(Date.now() + 60_000);
    });
    await evictDurableObject(stub);
    await runDurableObjectAlarm(stub);
    expect(await channel.info(ann)).toMatchObject({ channel: { name: id.toLowerCase() } });
  });

  test("is the creator's and the administrators' to do", async () => {
    const { channel } = await newChannel(workspace);
    expect(await channel.rename(bob, 'mine-now')).toEqual({ ok: false, error: 'restricted_action' });
  });
});

describe('what is unread', () => {
  test('a message marks the sidebars of those who are not looking, once, until they read', async () => {
    const { id, channel } = await newChannel(workspace);
    const session = await TestSocket.open(env.SESSION.getByName(`${workspace}:UBOB`), bob);
    await session.frame('boot');
    const marks = () =>
      session.frames.filter((frame) => frame['type'] === 'channel' && JSON.stringify(frame).includes(id));
    const first = await channel.post(ann, { text: 'one' });
    await session.until(() => marks()[0]);
    expect(marks()[0]).toMatchObject({ channel: { has_unread: true } });
    let last = first;
    for (let i = 0; i < 10; i += 1) last = await channel.post(ann, { text: `more ${i}` });
    if (!last.ok) throw new Error(last.error);
    expect(await channel.mark(bob, last.ts)).toMatchObject({ hasUnread: false });
    await session.until(() => marks().find((mark) => JSON.stringify(mark).includes('"has_unread":false')));
    expect(marks()).toHaveLength(2);
    await channel.post(ann, { text: 'after reading' });
    await session.until(() => marks()[2]);
    expect(marks()[2]).toMatchObject({ channel: { has_unread: true } });
  });

  test('own messages are not unread, mentions are counted, and reading clears them', async () => {
    const { id, channel } = await newChannel(workspace);
    await channel.post(ann, { text: 'mine' });
    expect(await entry('UANN', id)).toMatchObject({ has_unread: false });
    const hail = await channel.post(ann, { text: 'hey <@UBOB> and <!channel>' });
    await channel.post(ann, { text: 'no mention: `<@UBOB>`' });
    expect(await channel.mark(bob, '0.000000')).toMatchObject({ hasUnread: true, mentions: 1 });
    expect(await entry('UBOB', id)).toMatchObject({ has_unread: true, mention_count: 1 });
    if (!hail.ok) throw new Error(hail.error);
    expect(await channel.mark(bob, hail.ts)).toMatchObject({ hasUnread: true, mentions: 0 });
  });

  test('a mark beyond the newest message does not hide the next one', async () => {
    const { channel } = await newChannel(workspace);
    await channel.post(ann, { text: 'one' });
    await channel.mark(bob, '9999999999.000000');
    await channel.post(ann, { text: 'two' });
    expect(await channel.info(bob)).toMatchObject({ isMember: true });
    const { lastRead, latest } = (await channel.info(bob)) as { lastRead: string; latest: string };
    expect(lastRead < latest).toBe(true);
  });
});

describe('sessions that could not be told', () => {
  test('of a mark hear of it from the alarm, in both directions', async () => {
    const { id, channel, stub } = await newChannel(workspace);
    const posted = await channel.post(ann, { text: 'one' });
    if (!posted.ok) throw new Error(posted.error);
    await channel.mark(bob, posted.ts);
    for (const [lastRead, hasUnread] of [
      [0, true],
      [Number(posted.ts.replace('.', '')), false],
    ] as const) {
      // What a mark leaves on disk when the process dies before the call.
      await runInDurableObject(stub, (_object, { storage }) => {
        storage.sql.exec("UPDATE members SET last_read = ?, knows = 2 WHERE user_id = 'UBOB'", lastRead);
        void storage.setAlarm(Date.now() + 60_000);
      });
      await evictDurableObject(stub);
      await runDurableObjectAlarm(stub);
      expect(await entry('UBOB', id)).toMatchObject({ has_unread: hasUnread });
    }
  });

  test('of a call in a thread hear of it although nothing in the channel is unread', async () => {
    const { id, channel, stub } = await newChannel(workspace);
    const root = await channel.post(ann, { text: 'root' });
    if (!root.ok) throw new Error(root.error);
    await channel.mark(bob, root.ts);
    await channel.post(ann, { text: 'see here, <@UBOB>', threadTs: root.ts });
    await runDurableObjectAlarm(stub);
    expect(await entry('UBOB', id)).toMatchObject({ has_unread: false, mention_count: 0 });
    const { unread_threads: threads } = await boot('UBOB');
    expect(threads).toContainEqual(
      expect.objectContaining({ channel: id, thread_ts: root.ts, has_unread: true, mention_count: 1 }),
    );
  });

  test('of a deletion lose the mark and the badge that the message gave them', async () => {
    const { id, channel, stub } = await newChannel(workspace);
    const posted = await channel.post(ann, { text: 'hello <@UBOB>' });
    if (!posted.ok) throw new Error(posted.error);
    await runDurableObjectAlarm(stub);
    expect(await entry('UBOB', id)).toMatchObject({ has_unread: true, mention_count: 1 });
    await channel.remove(ann, posted.ts);
    await runDurableObjectAlarm(stub);
    expect(await entry('UBOB', id)).toMatchObject({ has_unread: false, mention_count: 0 });
  });

  test('of a removal: it does not call the one who removed', async () => {
    const { channel } = await newChannel(workspace);
    await channel.mark(ann, '9999999999.000000');
    await channel.kick(ann, 'UBOB');
    expect(await channel.mark(ann, '0.000000')).toMatchObject({ mentions: 0 });
  });
});

describe('a departure', () => {
  test('that is refused after the directory was written is taken back there', async () => {
    const { id, channel } = await newChannel(workspace);
    await Promise.all([channel.kick(ann, 'UBOB'), channel.archive(ann)]);
    const members = await channel.members(ann, { limit: 9 });
    if (!members.ok) throw new Error(members.error);
    expect(await listedMembers(id)).toEqual(members.members);
  });
});

describe('after a crash', () => {
  test('sessions and directory are told of what the log has and nobody was told', async () => {
    const { id, stub } = await newChannel(workspace, undefined, 'public', ['UANN', 'UBOB']);
    await runInDurableObject(stub, (_object, { storage }) => {
      // A join and a message that reached the disk, and nothing after that.
      const opened = openChannel(storage.sql, () => Date.now());
      if (!opened) throw new Error('not created');
      setTold(storage.sql, opened.seq);
      storage.sql.exec("INSERT INTO members (user_id, joined, last_read) VALUES ('UCAT', 1, 0)");
      storage.sql.exec(
        "INSERT INTO log (seq, kind, at, data) VALUES (?, 'member_joined_channel', 1, ?)",
        opened.seq + 1,
        JSON.stringify({
          type: 'member_joined_channel',
          user: 'UCAT',
          channel: id,
          event_ts: '1.000000',
          channel_type: 'channel',
          team: workspace,
        }),
      );
      const reopened = openChannel(storage.sql, () => Date.now());
      doPost(reopened, ann, { text: 'unheard' }, () => 0);
      void storage.setAlarm(Date.now() + 60_000);
    });
    await evictDurableObject(stub);
    await runDurableObjectAlarm(stub);
    expect(await listedMembers(id)).toContain('UCAT');
    expect(await entry('UCAT', id)).toMatchObject({ has_unread: true });
    expect(await entry('UBOB', id)).toMatchObject({ has_unread: true });
  });

  test('an alarm that runs twice changes nothing', async () => {
    const { channel, stub } = await newChannel(workspace);
    await channel.post(ann, { text: 'one <@UBOB>' });
    await runDurableObjectAlarm(stub);
    const read = () =>
      runInDurableObject(stub, (_object, { storage }) =>
        ['log', 'members', 'cursors', 'messages'].map((table) => storage.sql.exec(`SELECT * FROM ${table}`).toArray()),
      );
    const before = await read();
    await runInDurableObject(stub, (object) => object.onAlarm());
    expect(await read()).toEqual(before);
  });
});
