import fc from 'fast-check';
import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { compareTs } from '../../../shared/timestamps.ts';
import { ann, bob, cat, newChannel, newWorkspace } from '../../testing/workspace.ts';
import { openChannel } from '../context.ts';
import { getCursor } from '../log/outbox.ts';
import { doPost } from './post.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});

const free = () => 0;

async function dump(stub: DurableObjectStub): Promise<string> {
  return runInDurableObject(stub, (_object, { storage }) => {
    const tables = storage.sql.exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").toArray();
    return JSON.stringify(
      tables
        .filter(({ name }) => !name.startsWith('_cf'))
        .map(({ name }) => storage.sql.exec(`SELECT * FROM "${name}"`).toArray()),
    );
  });
}

describe('order', () => {
  test('ts strictly increases whatever the clock does, also across restarts', async () => {
    const { stub } = await newChannel(workspace);
    await runInDurableObject(stub, (_object, { storage }) => {
      fc.assert(
        fc.property(
          fc.array(fc.record({ jump: fc.integer({ min: -1e9, max: 1e6 }), restart: fc.boolean() }), { maxLength: 30 }),
          (steps) => {
            let clock = Date.now();
            let channel = openChannel(storage.sql, () => clock);
            let last = 0;
            for (const { jump, restart } of steps) {
              clock += jump;
              if (restart) channel = openChannel(storage.sql, () => clock);
              const posted = doPost(channel, ann, { text: 'x' }, free);
              if (!posted.ok) throw new Error(posted.error);
              const micros = Number(posted.ts.replace('.', ''));
              expect(micros).toBeGreaterThan(last);
              last = micros;
            }
          },
        ),
        { numRuns: 40 },
      );
    });
  });

  test('history is in ts order, newest first, and pages join without a gap or a repeat', async () => {
    const { channel } = await newChannel(workspace);
    for (let i = 0; i < 25; i += 1) await channel.post(i % 2 ? ann : bob, { text: `m${i}` });
    const seen: string[] = [];
    let latest: string | undefined;
    for (;;) {
      const page = await channel.history(ann, { limit: 7, ...(latest ? { latest } : {}) });
      if (!page.ok) throw new Error(page.error);
      seen.push(...page.messages.map((message) => message.text));
      latest = page.messages.at(-1)?.ts;
      if (!page.hasMore) break;
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => `m${24 - i}`));
  });

  test('with oldest alone, history walks forwards', async () => {
    const { channel } = await newChannel(workspace);
    const posted = [];
    for (let i = 0; i < 6; i += 1) posted.push(await channel.post(ann, { text: `m${i}` }));
    const [first] = posted;
    if (!first?.ok) throw new Error('refused');
    const page = await channel.history(ann, { oldest: first.ts, limit: 2 });
    expect(page).toMatchObject({ hasMore: true, messages: [{ text: 'm2' }, { text: 'm1' }] });
    const withIt = await channel.history(ann, { oldest: first.ts, inclusive: true, limit: 2 });
    expect(withIt).toMatchObject({ messages: [{ text: 'm1' }, { text: 'm0' }] });
  });
});

describe('a retried send', () => {
  test('returns the first answer and adds nothing', async () => {
    const { channel } = await newChannel(workspace);
    const first = await channel.post(ann, { text: 'once', clientMsgId: 'id-1' });
    const again = await channel.post(ann, { text: 'once', clientMsgId: 'id-1' });
    if (!first.ok || !again.ok) throw new Error('refused');
    expect(again).toMatchObject({ ts: first.ts, repeated: true });
    expect(await channel.history(ann, { limit: 9 })).toMatchObject({
      messages: [{ text: 'once' }],
      seq: 4,
    });
  });

  test('does not bring a deleted message back', async () => {
    const { channel } = await newChannel(workspace);
    const first = await channel.post(ann, { text: 'gone', clientMsgId: 'id-1' });
    if (!first.ok) throw new Error(first.error);
    await channel.remove(ann, first.ts);
    expect(await channel.post(ann, { text: 'gone', clientMsgId: 'id-1' })).toMatchObject({
      ts: first.ts,
      repeated: true,
    });
    expect(await channel.history(ann, { limit: 9 })).toMatchObject({ messages: [] });
  });

  test("is not confused with another person's message of the same id", async () => {
    const { channel } = await newChannel(workspace);
    await channel.post(ann, { text: 'from Ann', clientMsgId: 'same' });
    expect(await channel.post(bob, { text: 'from Bob', clientMsgId: 'same' })).toMatchObject({ repeated: false });
  });

  test('is recognised by an object that was evicted in between', async () => {
    const { channel, stub } = await newChannel(workspace);
    const first = await channel.post(ann, { text: 'once', clientMsgId: 'id-1' });
    await evictDurableObject(stub);
    const again = await channel.post(ann, { text: 'once', clientMsgId: 'id-1' });
    if (!first.ok) throw new Error(first.error);
    expect(again).toMatchObject({ ts: first.ts, repeated: true });
  });
});

describe('who may write', () => {
  test('nobody outside, and a private channel answers them as one that does not exist', async () => {
    const open = await newChannel(workspace);
    const closed = await newChannel(workspace, 'C0CLOSED', 'private');
    expect(await open.channel.post(cat, { text: 'hi' })).toEqual({ ok: false, error: 'not_in_channel' });
    expect(await closed.channel.post(cat, { text: 'hi' })).toEqual({ ok: false, error: 'channel_not_found' });
    expect(await closed.channel.history(cat, { limit: 1 })).toEqual({ ok: false, error: 'channel_not_found' });
  });

  test('nobody in an archived channel', async () => {
    const { channel } = await newChannel(workspace);
    await channel.archive(ann);
    expect(await channel.post(ann, { text: 'hi' })).toEqual({ ok: false, error: 'is_archived' });
  });

  test('an empty message, one of blanks, and one that is too long are refused', async () => {
    const { channel } = await newChannel(workspace);
    expect(await channel.post(ann, { text: '' })).toEqual({ ok: false, error: 'no_text' });
    expect(await channel.post(ann, { text: ' \n ' })).toEqual({ ok: false, error: 'no_text' });
    expect(await channel.post(ann, { text: 'x'.repeat(40_001) })).toEqual({ ok: false, error: 'msg_too_long' });
    expect(await channel.post(ann, { text: 'x'.repeat(40_000) })).toMatchObject({ ok: true });
  });

  test('what a text cannot be stored as is replaced before anyone sees it', async () => {
    const { channel } = await newChannel(workspace);
    const posted = await channel.post(ann, { text: 'half \ud83d of an emoji' });
    if (!posted.ok) throw new Error(posted.error);
    expect(posted.message.text).toBe('half \ufffd of an emoji');
    expect(await channel.message(ann, posted.ts)).toMatchObject({ message: posted.message });
  });
});

describe('an edit', () => {
  test('changes the words, says so, and keeps the former ones in its event', async () => {
    const { channel } = await newChannel(workspace);
    const posted = await channel.post(ann, { text: 'frist' });
    if (!posted.ok) throw new Error(posted.error);
    await channel.edit(ann, { ts: posted.ts, text: 'first' });
    expect(await channel.message(ann, posted.ts)).toMatchObject({
      message: { text: 'first', edited: { user: 'UANN' } },
    });
    const page = await channel.history(ann, { limit: 1 });
    if (!page.ok) throw new Error(page.error);
    expect(JSON.parse((await channel.logged(page.seq)) ?? '')).toMatchObject({
      subtype: 'message_changed',
      message: { text: 'first' },
      previous_message: { text: 'frist' },
    });
  });

  test("is the author's alone, administrators included", async () => {
    const { channel } = await newChannel(workspace);
    const posted = await channel.post(bob, { text: 'mine' });
    if (!posted.ok) throw new Error(posted.error);
    expect(await channel.edit(ann, { ts: posted.ts, text: 'yours' })).toEqual({
      ok: false,
      error: 'cant_update_message',
    });
  });
});

describe('a deletion', () => {
  test('leaves nothing readable anywhere in the object', async () => {
    const { channel, stub } = await newChannel(workspace);
    const posted = await channel.post(ann, {
      text: 'the secret word',
      blocks: [{ type: 'section', text: 'secret block' }],
    });
    if (!posted.ok) throw new Error(posted.error);
    await channel.edit(ann, { ts: posted.ts, text: 'the secret was changed' });
    expect(await dump(stub)).toContain('secret');
    expect(await channel.remove(ann, posted.ts)).toMatchObject({ ok: true });
    expect(await dump(stub)).not.toContain('secret');
    expect(await channel.message(ann, posted.ts)).toEqual({ ok: false, error: 'message_not_found' });
  });

  test("is the author's and the administrators'", async () => {
    const { channel } = await newChannel(workspace);
    const posted = await channel.post(ann, { text: 'mine' });
    if (!posted.ok) throw new Error(posted.error);
    expect(await channel.remove(bob, posted.ts)).toEqual({ ok: false, error: 'cant_delete_message' });
    expect(await channel.remove({ ...bob, role: 'admin' }, posted.ts)).toMatchObject({ ok: true });
    expect(await channel.remove(ann, posted.ts)).toEqual({ ok: false, error: 'message_not_found' });
  });
});

describe('a thread', () => {
  test('counts its replies at the root, and keeps them out of the channel unless they are sent there too', async () => {
    const { channel } = await newChannel(workspace);
    const root = await channel.post(ann, { text: 'root' });
    if (!root.ok) throw new Error(root.error);
    await channel.post(bob, { text: 'r1', threadTs: root.ts });
    await channel.post(ann, { text: 'r2', threadTs: root.ts, broadcast: true });
    const page = await channel.history(ann, { limit: 9 });
    expect(page).toMatchObject({
      messages: [
        { text: 'r2', subtype: 'thread_broadcast' },
        { text: 'root', thread_ts: root.ts, reply_count: 2, reply_users: ['UBOB', 'UANN'] },
      ],
    });
    expect(await channel.replies(ann, root.ts, { limit: 9 })).toMatchObject({
      messages: [{ text: 'root' }, { text: 'r1', parent_user_id: 'UANN' }, { text: 'r2' }],
    });
  });

  test('a reply to a reply goes to the thread; a reply to nothing is refused', async () => {
    const { channel } = await newChannel(workspace);
    const root = await channel.post(ann, { text: 'root' });
    if (!root.ok) throw new Error(root.error);
    const reply = await channel.post(bob, { text: 'r1', threadTs: root.ts });
    if (!reply.ok) throw new Error(reply.error);
    expect(await channel.post(ann, { text: 'r2', threadTs: reply.ts })).toMatchObject({
      message: { thread_ts: root.ts },
    });
    expect(await channel.post(ann, { text: 'r', threadTs: '1.000001' })).toEqual({
      ok: false,
      error: 'thread_not_found',
    });
  });

  test('a deleted root stays as a tombstone until its last reply goes', async () => {
    const { channel } = await newChannel(workspace);
    const root = await channel.post(ann, { text: 'root' });
    if (!root.ok) throw new Error(root.error);
    const reply = await channel.post(bob, { text: 'reply', threadTs: root.ts });
    if (!reply.ok) throw new Error(reply.error);
    await channel.remove(ann, root.ts);
    const page = await channel.history(ann, { limit: 9 });
    expect(page).toMatchObject({ messages: [{ subtype: 'tombstone', ts: root.ts, reply_count: 1 }] });
    await channel.remove(bob, reply.ts);
    expect(await channel.history(ann, { limit: 9 })).toMatchObject({ messages: [] });
  });

  test('the newest reply is found again when the newest is deleted', async () => {
    const { channel } = await newChannel(workspace);
    const root = await channel.post(ann, { text: 'root' });
    if (!root.ok) throw new Error(root.error);
    const first = await channel.post(bob, { text: 'r1', threadTs: root.ts });
    const second = await channel.post(bob, { text: 'r2', threadTs: root.ts });
    if (!first.ok || !second.ok) throw new Error('refused');
    await channel.remove(bob, second.ts);
    const read = await channel.message(ann, root.ts);
    if (!read.ok) throw new Error(read.error);
    expect(read.message).toMatchObject({ reply_count: 1, latest_reply: first.ts });
    expect(compareTs(first.ts, second.ts)).toBeLessThan(0);
  });
});

test('an object that is asked about a made-up channel writes nothing', async () => {
  const { channel, stub } = await newChannel(workspace);
  expect(await channel.info(ann)).toMatchObject({ ok: true });
  const nowhere = env.CHANNEL.getByName(`${workspace}:C0NOWHERE`);
  expect(await nowhere.info(ann)).toEqual({ ok: false, error: 'channel_not_found' });
  const tables = (target: DurableObjectStub) =>
    runInDurableObject(target, (_object, { storage }) =>
      storage.sql.exec("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'messages'").toArray(),
    );
  expect(await tables(stub)).toHaveLength(1);
  expect(await tables(nowhere)).toHaveLength(0);
});

test('a page of very long messages is cut short rather than too large to send', async () => {
  const { channel } = await newChannel(workspace);
  for (let i = 0; i < 120; i += 1) await channel.post(i % 2 ? ann : bob, { text: `${i}`.padEnd(40_000, 'x') });
  const page = await channel.history(ann, { limit: 999 });
  if (!page.ok) throw new Error(page.error);
  expect(page.hasMore).toBe(true);
  expect(page.messages.length).toBeGreaterThan(50);
  const rest = await channel.history(ann, { limit: 999, latest: page.messages.at(-1)?.ts });
  if (!rest.ok) throw new Error(rest.error);
  expect(page.messages.length + rest.messages.length).toBe(120);
});

test('what is deleted at once reached the queue before it was erased', async () => {
  const { channel, stub } = await newChannel(workspace);
  const posted = await channel.post(ann, { text: 'seen by everybody for a moment' });
  if (!posted.ok) throw new Error(posted.error);
  await channel.remove(ann, posted.ts);
  const { published } = await runInDurableObject(stub, (_object, { storage }) => getCursor(storage.sql, 'audit'));
  const { seq } = (await channel.history(ann, { limit: 1 })) as { seq: number };
  expect(published).toBe(seq - 1);
});
