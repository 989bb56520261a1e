import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { channelOf } from './stub.ts';
import { ann, bob, newChannel, newWorkspace } from '../testing/workspace.ts';
import { TestSocket } from '../testing/socket.ts';
import { ChannelObject } from './channel.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});

test('mention flood', async () => {
  const { channel, stub } = await newChannel(workspace);
  const text = Array.from({ length: 5_700 }, (_, n) => `<@U${(n + 50000).toString(36).toUpperCase()}>`).join('').slice(0, 40_000);
  const t = performance.now();
  const t0 = Date.now();
  const p = await channel.post(ann, { text });
  console.log('post ok', p.ok, 'ms', Date.now() - t0, text.length);
  const n = await runInDurableObject(stub, (_o, { storage }) => storage.sql.exec<{n:number}>('SELECT count(*) AS n FROM called').one().n);
  console.log('called rows', n);
  let t1 = Date.now();
  for (let i = 0; i < 5; i += 1) await channel.post(ann, { text });
  console.log('5 more ms', Date.now() - t1);
  if (!p.ok) return;
  t1 = Date.now();
  await channel.edit(ann, { ts: p.ts, text: 'x' });
  console.log('edit away ms', Date.now() - t1);
  const gtext = Array.from({ length: 2_000 }, (_, n) => `<!subteam^S${(n + 50000).toString(36).toUpperCase()}>`).join('').slice(0, 40_000);
  t1 = Date.now();
  const g = await channel.post(ann, { text: gtext });
  console.log('groups', g.ok, Date.now() - t1);
});

test('quoted words of a deleted message stay in the log', async () => {
  const a = await newChannel(workspace);
  const b = await newChannel(workspace);
  const p = await a.channel.post(ann, { text: 'the secret words' });
  if (!p.ok) throw new Error();
  const url = `https://x.example/archives/${a.id}/p${p.ts.replace('.', '')}`;
  const q = await b.channel.post(bob, { text: url });
  if (!q.ok) throw new Error();
  const quoted = await a.channel.quote(p.ts, { channel: b.id, ts: q.ts, url });
  await b.channel.unfurl(null, q.ts, [{ url, attachment: { is_msg_unfurl: true, text: quoted?.message.text } }]);
  await a.channel.remove(ann, p.ts);
  const history = await b.channel.history(bob, { limit: 5 });
  console.log('in history', JSON.stringify(history).includes('secret words'));
  const hello0 = await TestSocket.open(b.stub, bob);
  const epoch = (await hello0.frame('hello'))['epoch'];
  const s = await TestSocket.open(b.stub, bob, { query: `&epoch=${epoch}&seq=0` });
  await s.frame('hello');
  await s.until(() => (s.events().length > 2 ? true : undefined));
  console.log('in resume', JSON.stringify(s.events()).includes('secret words'));
});

test('an open socket keeps what a policy took away', async () => {
  const { channel, stub } = await newChannel(workspace);
  // Policy: socket opened before has largeChannel undefined.
  const s = await TestSocket.open(stub, bob);
  await s.frame('hello');
  s.send({ type: 'send', client_msg_id: 'x', text: '<!channel> hi' });
  await s.event((e) => e['client_msg_id'] === 'x');
  console.log('called everybody over the old socket');
});

test('a session that always fails stops trimming', async () => {
  const { channel, stub } = await newChannel(workspace);
  await runInDurableObject(stub, async (o, { storage }) => {
    const real = (o as unknown as { env: Env }).env;
    console.log('told', JSON.stringify(storage.sql.exec('SELECT * FROM cursors').toArray()), !!real);
  });
});

test('answers beyond 32 MB', async () => {
  const { channel, stub } = await newChannel(workspace);
  const ids = await runInDurableObject(stub, (_o, { storage }) => {
    storage.sql.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 201)
      INSERT INTO messages (id, user_id, shown, text) SELECT 1700000000000000 + i, 'UANN', 1, printf('%.*c', 40000, 'x') || printf('%.*c', 60000, 'y') FROM n`);
    storage.sql.exec(`INSERT INTO reactions (message, name, user_id, position) SELECT id, 'wave', 'UBOB', id FROM messages`);
    return storage.sql.exec<{ id: number }>('SELECT id FROM messages').toArray().map((r) => `${Math.floor(r.id / 1e6)}.${String(r.id % 1e6).padStart(6, '0')}`);
  });
  const r = await channel.reactedTo(bob, 'UBOB', { before: Number.MAX_SAFE_INTEGER, limit: 201 }).then((x) => (x.ok ? x.items.length : x), (e) => String(e));
  console.log('reactedTo', r);
  const m = await channel.messagesAt(bob, [...ids, ...ids]).then((x) => (x.ok ? x.messages.length : x), (e) => String(e));
  console.log('messagesAt 201', m);
  await runInDurableObject(stub, (_o, { storage }) => {
    storage.sql.exec(`UPDATE messages SET text = text || text`);
  });
  const r2 = await channel.reactedTo(bob, 'UBOB', { before: Number.MAX_SAFE_INTEGER, limit: 201 }).then((x) => (x.ok ? x.items.length : x), (e) => String(e));
  console.log('reactedTo at 200 KB', r2);
});
