import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ChannelEvent, isPosted } from '../../../shared/events.ts';
import { TestSocket } from '../../testing/socket.ts';
import { ann, bob, newChannel, newWorkspace } from '../../testing/workspace.ts';
import { ChannelObject } from '../channel.ts';
import type { ChannelRpc } from '../channel-rpc.ts';
import { withdrawQuotes } from './quotes.ts';

let workspace: string;
let made: Awaited<ReturnType<typeof newChannel>>;
let channel: ChannelRpc;
let ts: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});
beforeEach(async () => {
  made = await newChannel(workspace);
  channel = made.channel;
  ts = await post(`see ${a} and <${b}|b>`);
});

const a = 'https://a.example/x';
const b = 'https://b.example';
const preview = (url: string, title = url) => ({ url, attachment: { title } });

async function post(text: string, more = {}, who = ann): Promise<string> {
  const posted = await channel.post(who, { text, ...more });
  if (!posted.ok) throw new Error(posted.error);
  return posted.ts;
}

async function attachments(): Promise<unknown[]> {
  const answer = await channel.message(ann, ts);
  if (!answer.ok) throw new Error(answer.error);
  return answer.message.attachments ?? [];
}

describe('previews that were fetched', () => {
  test('hang under the message, which counts as changed and not as edited', async () => {
    const socket = await TestSocket.open(made.stub, bob);
    await socket.frame('hello');
    expect(await channel.unfurl(null, ts, [preview(a), preview(b)])).toEqual({ ok: true });
    expect(await attachments()).toEqual([
      { title: a, from_url: a },
      { title: b, from_url: b },
    ]);
    const event = await socket.event(({ subtype }) => subtype === 'message_changed');
    expect(event['message']).toMatchObject({ ts, attachments: [{ from_url: a }, { from_url: b }] });
    expect(event['message']).not.toHaveProperty('edited');
  });

  test('come once, however often they come', async () => {
    const socket = await TestSocket.open(made.stub, bob);
    await socket.frame('hello');
    await channel.unfurl(null, ts, [preview(a)]);
    await channel.unfurl(null, ts, [preview(a, 'another title')]);
    await post('the end');
    await socket.event(({ text }) => text === 'the end');
    expect(socket.events()).toHaveLength(2);
    expect(await attachments()).toEqual([{ title: a, from_url: a }]);
  });

  test('come after the edit of an edited message without undoing it', async () => {
    await channel.edit(ann, { ts, text: `now only ${a}` });
    await channel.unfurl(null, ts, [preview(a), preview(b)]);
    expect(await channel.message(ann, ts)).toMatchObject({
      message: { text: `now only ${a}`, edited: { user: 'UANN' }, attachments: [{ from_url: a }] },
    });
  });

  test('are at most five, beside what was written by hand', async () => {
    const links = [...Array(7).keys()].map((i) => `https://${i}.example`);
    ts = await post(links.join(' '), { attachments: [{ text: 'mine' }] });
    await channel.unfurl(
      null,
      ts,
      links.map((link) => preview(link)),
    );
    expect(await attachments()).toEqual([
      { text: 'mine' },
      ...links.slice(0, 5).map((link) => ({ title: link, from_url: link })),
    ]);
  });

  test('never make a message larger than a message may be', async () => {
    await channel.unfurl(null, ts, [preview(a, 'x'.repeat(70_000)), preview(b)]);
    expect(await attachments()).toEqual([{ title: b, from_url: b }]);
  });

  test('of a deleted message come too late', async () => {
    await channel.remove(ann, ts);
    expect(await channel.unfurl(null, ts, [preview(a)])).toEqual({ ok: false, error: 'message_not_found' });
  });

  test('leave with their text when the message is deleted', async () => {
    await channel.unfurl(null, ts, [preview(a, 'a title to forget')]);
    await channel.remove(ann, ts);
    const resumed = await TestSocket.open(made.stub, bob, { query: '&epoch=another&seq=1' });
    await resumed.frame('hello');
    expect(JSON.stringify(resumed.frames)).not.toContain('a title to forget');
    for (let seq = 1; seq < 12; seq += 1) expect(String(await channel.logged(seq))).not.toContain('a title to forget');
  });
});

describe('an edit', () => {
  test('drops the previews of links that it drops, and no other attachment', async () => {
    ts = await post(`${a} ${b}`, { attachments: [{ text: 'mine' }] });
    await channel.unfurl(null, ts, [preview(a), preview(b)]);
    await channel.edit(ann, { ts, text: `only ${b}` });
    expect(await attachments()).toEqual([{ text: 'mine' }, { title: b, from_url: b }]);
    await channel.edit(ann, { ts, text: 'no link' });
    expect(await attachments()).toEqual([{ text: 'mine' }]);
  });

  test('with attachments of its own takes the place of all', async () => {
    await channel.unfurl(null, ts, [preview(a)]);
    await channel.edit(ann, { ts, text: a, attachments: [{ text: 'new' }] });
    expect(await attachments()).toEqual([{ text: 'new' }]);
  });

  test('keeps attachments of any form', async () => {
    ts = await post('x', { attachments: [{ from_url: 7 }, { from_url: a }] });
    await channel.edit(ann, { ts, text: `y ${a}` });
    expect(await attachments()).toEqual([{ from_url: 7 }, { from_url: a }]);
  });
});

describe('taking a preview away', () => {
  test('is the author’s to do, and for good', async () => {
    await channel.unfurl(null, ts, [preview(a), preview(b)]);
    expect(await channel.removeUnfurl(bob, ts, a)).toEqual({ ok: false, error: 'cant_update_message' });
    expect(await channel.removeUnfurl(ann, ts, a)).toEqual({ ok: true });
    await channel.unfurl(null, ts, [preview(a)]);
    expect(await attachments()).toEqual([{ title: b, from_url: b }]);
    await channel.edit(ann, { ts, text: `again ${a} ${b}` });
    await channel.unfurl(null, ts, [preview(a)]);
    expect(await attachments()).toEqual([{ title: b, from_url: b }]);
  });

  test('before it came keeps it from coming, and of what is no link keeps nothing', async () => {
    expect(await channel.removeUnfurl(ann, ts, b)).toEqual({ ok: true });
    expect(await channel.removeUnfurl(ann, ts, 'no link of it')).toEqual({ ok: true });
    await channel.unfurl(null, ts, [preview(a), preview(b)]);
    expect(await attachments()).toEqual([{ title: a, from_url: a }]);
  });
});

describe('previews by the API', () => {
  test('are for the author, and for apps', async () => {
    const own = { viewer: ann, isApp: false };
    const refused = { ok: false, error: 'cannot_unfurl_message' };
    expect(await channel.unfurl({ viewer: bob, isApp: false }, ts, [preview(a)])).toEqual(refused);
    expect(await channel.unfurl(own, ts, [preview(a)])).toEqual({ ok: true });
    expect(await channel.unfurl({ viewer: bob, isApp: true }, ts, [preview(a, 'by the app')])).toEqual({ ok: true });
    expect(await attachments()).toEqual([{ title: 'by the app', from_url: a }]);
    expect(await channel.unfurl(own, ts, [preview('https://else.example')])).toEqual({
      ok: false,
      error: 'cannot_unfurl_url',
    });
  });
});

describe('quotes', () => {
  const quote = (from: ChannelRpc, at: string, channelId: string, quoting = ts) =>
    from.quote(at, { channel: channelId, ts: quoting, url: a });

  test('of a public channel are for anywhere, of another one for itself', async () => {
    const { channel: hidden, id } = await newChannel(workspace, undefined, 'private');
    const posted = await hidden.post(ann, { text: 'hidden' });
    if (!posted.ok) throw new Error(posted.error);
    expect(await quote(hidden, posted.ts, made.id)).toBeNull();
    expect(await quote(hidden, posted.ts, id)).toMatchObject({ message: { text: 'hidden' } });
    expect(await quote(channel, ts, id)).toMatchObject({ channel: { id: made.id }, message: { ts } });
    expect(await quote(channel, '1.000000', id)).toBeNull();
  });

  test('go when the message that they quote is deleted, here and elsewhere, even if they come after', async () => {
    const elsewhere = await newChannel(workspace);
    const quoted = await post('words to forget');
    const there = await elsewhere.channel.post(bob, { text: a });
    const late = await post(a, {}, bob);
    if (!there.ok) throw new Error(there.error);
    ts = await post(a, {}, bob);
    await quote(channel, quoted, made.id, ts);
    await quote(channel, quoted, made.id, late);
    await quote(channel, quoted, elsewhere.id, there.ts);
    await channel.unfurl(null, ts, [preview(a, 'words to forget')]);
    await elsewhere.channel.unfurl(null, there.ts, [preview(a, 'words to forget')]);
    await channel.remove(ann, quoted);
    await channel.unfurl(null, late, [preview(a, 'words to forget')]);
    for (const each of [channel, elsewhere.channel]) {
      expect(JSON.stringify(await each.history(ann, { limit: 99 }))).not.toContain('words to forget');
    }
  });

  test('that cannot be withdrawn now are tried again by the alarm, and keep no others waiting', async () => {
    const [first, second] = [await newChannel(workspace), await newChannel(workspace)];
    const quoted = await post('words to forget');
    const quoting = async ({ channel: there, id }: typeof made) => {
      const posted = await there.post(bob, { text: a });
      if (!posted.ok) throw new Error(posted.error);
      await quote(channel, quoted, id, posted.ts);
      await there.unfurl(null, posted.ts, [preview(a, 'words to forget')]);
      return posted.ts;
    };
    const isForgotten = async ({ channel: there }: typeof made) =>
      !JSON.stringify(await there.history(ann, { limit: 9 })).includes('words to forget');
    const unreachable = await quoting(first);
    await quoting(second);
    // One that quotes and is gone.
    await quote(channel, quoted, second.id, '1.000000');
    const { removeUnfurl } = ChannelObject.prototype;
    const failing = vi.spyOn(ChannelObject.prototype, 'removeUnfurl').mockImplementation(async function (
      this: ChannelObject,
      ...call
    ) {
      if (call[1] === unreachable) throw new Error('the object is overloaded');
      return removeUnfurl.apply(this, call);
    });
    expect(await channel.remove(ann, quoted)).toMatchObject({ ok: true });
    expect([await isForgotten(first), await isForgotten(second)]).toEqual([false, true]);
    failing.mockRestore();
    await runDurableObjectAlarm(made.stub);
    expect([await isForgotten(first), await isForgotten(second)]).toEqual([true, true]);
    const left = await runInDurableObject(made.stub, (_object, { storage }) =>
      storage.sql.exec('SELECT * FROM quotes').toArray(),
    );
    expect(left).toEqual([]);
  });

  test('are withdrawn, although a channel with others never answers, and without asking it of each', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const rows = ['CHANGS', 'CHANGS', 'CFINE'].map((channel, i) => ({ message: 1, channel, quoting: i + 1, url: a }));
    await runInDurableObject(made.stub, async (_object, { storage }) => {
      const { sql } = storage;
      for (const row of rows)
        sql.exec('INSERT INTO quotes (message, channel, quoting, url) VALUES (?, ?, ?, ?)', ...Object.values(row));
      const asked: string[] = [];
      const done = withdrawQuotes(sql, rows, (channelId) => {
        asked.push(channelId);
        return channelId === 'CHANGS' ? new Promise(() => {}) : Promise.resolve();
      });
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await done).toBe(false);
      expect(asked.toSorted()).toEqual(['CFINE', 'CHANGS']);
      expect(sql.exec('SELECT channel FROM quotes ORDER BY quoting').toArray()).toEqual([
        { channel: 'CHANGS' },
        { channel: 'CHANGS' },
      ]);
      sql.exec('DELETE FROM quotes');
    });
    vi.useRealTimers();
  });

  test('of messages that are deleted themselves are not remembered, here or elsewhere', async () => {
    const elsewhere = await newChannel(workspace);
    const quoted = await post('words');
    for (const { channel: there, id } of [made, elsewhere]) {
      const posted = await there.post(ann, { text: a });
      if (!posted.ok) throw new Error(posted.error);
      await quote(channel, quoted, id, posted.ts);
      const attachment = { is_msg_unfurl: true, channel_id: made.id, ts: quoted };
      await there.unfurl(null, posted.ts, [{ url: a, attachment }]);
      await there.remove(ann, posted.ts);
    }
    const left = () =>
      runInDurableObject(made.stub, (_object, { storage }) => storage.sql.exec('SELECT * FROM quotes').toArray());
    await vi.waitFor(async () => expect(await left()).toEqual([]));
  });

  test('leave no words of what is deleted in any log, whatever became of the quoting message', async () => {
    const elsewhere = await newChannel(workspace);
    const quoted = await post('words to forget');
    const quoting: string[] = [];
    for (const text of [a, `${a} ${b}`]) {
      const posted = await elsewhere.channel.post(bob, { text });
      if (!posted.ok) throw new Error(posted.error);
      quoting.push(posted.ts);
      await quote(channel, quoted, elsewhere.id, posted.ts);
      await elsewhere.channel.unfurl(null, posted.ts, [preview(a, 'words to forget')]);
    }
    const [plain = '', rewritten = ''] = quoting;
    await elsewhere.channel.unfurl(null, rewritten, [preview(b, 'kept')]);
    await elsewhere.channel.react(ann, { ts: rewritten, name: 'wave' });
    await elsewhere.channel.edit(bob, { ts: rewritten, text: `no quote any more ${b}` });
    const socket = await TestSocket.open(elsewhere.stub, ann);
    const { epoch, seq } = await socket.frame('hello');
    await channel.remove(ann, quoted);
    await socket.event(({ subtype }) => subtype === 'message_changed');
    expect(JSON.stringify(socket.events())).not.toContain('words to forget');
    const resumed = await TestSocket.open(elsewhere.stub, bob, { query: `&epoch=${String(epoch)}&seq=0` });
    await resumed.event(({ message }) => JSON.stringify([message]).includes(plain));
    const log: string[] = [];
    for (let at = 1; at <= Number(seq) + 1; at += 1) log.push(String(await elsewhere.channel.logged(at)));
    const events = log.map((json) => ChannelEvent.parse(JSON.parse(json)));
    for (const texts of [JSON.stringify(resumed.frames), log.join()]) {
      expect(texts).not.toContain('words to forget');
      expect(texts).toContain('no quote any more');
      expect(texts).toContain('kept');
    }
    expect(events.filter(isPosted)).toMatchObject([{ ts: plain, text: a }, { ts: rewritten }]);
    // The outbox knows them by how they begin.
    for (const [i, event] of events.entries()) expect(log[i]).toMatch(new RegExp(`^{"type":"${event.type}"`));
  });
});
