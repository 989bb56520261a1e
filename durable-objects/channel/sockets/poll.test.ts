import { env } from 'cloudflare:workers';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ChannelServerFrame } from '../../../shared/protocol/channel-socket.ts';
import { sessionOf } from '../../session/stub.ts';
import { TestSocket } from '../../testing/socket.ts';
import { passTime, setClock } from '../../testing/time.ts';
import { ann, bob, cat, newChannel, newWorkspace } from '../../testing/workspace.ts';

let workspace: string;
let made: Awaited<ReturnType<typeof newChannel>>;
beforeAll(async () => {
  workspace = await newWorkspace();
});
beforeEach(async () => {
  made = await newChannel(workspace);
});

afterEach(() => {
  vi.useRealTimers();
});

type Resume = { epoch: string; seq: number } | null;

async function poll(frames: unknown[] = [], resume: Resume = null, viewer = ann, session = 'a browser') {
  const texts = frames.map((frame) => (typeof frame === 'string' ? frame : JSON.stringify(frame)));
  const answer = await made.channel.poll(viewer, session, { frames: texts, resume });
  if (!answer.ok) throw new Error(answer.error);
  return answer.frames.map((frame) => ChannelServerFrame.parse(JSON.parse(frame)));
}

async function placeAfter(frames: Awaited<ReturnType<typeof poll>>): Promise<{ epoch: string; seq: number }> {
  const hello = frames.find((frame) => frame.type === 'hello');
  if (hello?.type !== 'hello') throw new Error('no hello');
  return { epoch: hello.epoch, seq: hello.seq };
}

test('the first poll brings the channel, the next what happened since, whole', async () => {
  const posted = await made.channel.post(bob, { text: 'before' });
  if (!posted.ok) throw new Error(posted.error);
  const first = await poll();
  expect(first).toMatchObject([{ type: 'hello', resumed: false, snapshot: { messages: [{ text: 'before' }] } }]);
  const place = await placeAfter(first);
  await made.channel.post(bob, { text: 'a reply', threadTs: posted.ts });
  expect(await poll([], place)).toMatchObject([
    { type: 'hello', resumed: true, seq: place.seq + 1 },
    { type: 'events', seq: place.seq + 1, events: [{ text: 'a reply' }] },
  ]);
});

test('an idle poll is one short frame', async () => {
  const place = await placeAfter(await poll());
  expect(await poll([], place)).toEqual([{ type: 'hello', protocol: 1, ...place, resumed: true }]);
});

test('what it sends is posted, acknowledged by its own event, and answered where that does not', async () => {
  const place = await placeAfter(await poll());
  const send = (id: string, text: string) => ({ type: 'send', client_msg_id: id, text });
  const watcher = await TestSocket.open(made.stub, bob);
  await watcher.frame('hello');
  const answer = await poll(
    [send('a', 'one'), { type: 'typing' }, send('b', ''), { type: 'watch', threads: [] }],
    place,
  );
  expect(answer).toMatchObject([
    { type: 'hello', resumed: true },
    { type: 'events', events: [{ client_msg_id: 'a', text: 'one' }] },
    { type: 'refused', client_msg_id: 'b', error: 'no_text' },
  ]);
  expect(await watcher.frame('typing')).toEqual({ type: 'typing', user: 'UANN' });
  const again = await poll([send('a', 'one')], await placeAfter(answer));
  expect(again).toMatchObject([{ type: 'hello' }, { type: 'ack', client_msg_id: 'a' }]);
  expect(await made.channel.history(ann, { limit: 9 })).toMatchObject({ messages: [{ text: 'one' }] });
});

test('a frame that is none is answered as such, and the others are taken', async () => {
  const answer = await poll([
    'not JSON',
    { type: 'send', client_msg_id: 7 },
    { type: 'send', client_msg_id: 'a', text: 'x' },
  ]);
  expect(answer).toMatchObject([
    { type: 'hello', snapshot: { messages: [{ text: 'x' }] } },
    { type: 'error', error: 'malformed_frame' },
    { type: 'error', error: 'malformed_frame' },
  ]);
});

test('it is admitted as a socket would be', async () => {
  const nothing = { frames: [], resume: null };
  await sessionOf(env, workspace, bob.userId).signOut(['lost phone']);
  expect(await made.channel.poll(bob, 'lost phone', nothing)).toEqual({ ok: false, error: 'token_revoked' });
  const hidden = await newChannel(workspace, undefined, 'private');
  const send = JSON.stringify({ type: 'send', client_msg_id: 'a', text: 'x' });
  expect(await hidden.channel.poll(cat, 'c', { frames: [send], resume: null })).toEqual({
    ok: false,
    error: 'channel_not_found',
  });
  expect(await hidden.channel.history(ann, { limit: 9 })).toMatchObject({ messages: [] });
  const { channel: absent } = { channel: env.CHANNEL.getByName(`${workspace}:C0MADEUP`) };
  expect(await absent.poll(ann, 'c', nothing)).toEqual({ ok: false, error: 'channel_not_found' });
});

test('a message for one person alone reaches each of their devices once, for a minute, and nobody else', async () => {
  setClock('2030-03-01T12:00:00Z');
  const place = await placeAfter(await poll());
  await made.channel.postEphemeral(bob, ann.userId, { text: 'for you' });
  const typesFor = async (viewer = ann, session = 'a browser') =>
    (await poll([], place, viewer, session)).map(({ type }) => type);
  expect(await poll([], place)).toMatchObject([{ type: 'hello' }, { type: 'ephemeral', message: { text: 'for you' } }]);
  expect(await typesFor()).toEqual(['hello']);
  expect(await typesFor(bob, 'his browser')).toEqual(['hello']);
  passTime(59_000);
  expect(await typesFor(ann, 'a phone')).toEqual(['hello', 'ephemeral']);
  passTime(2_000);
  expect(await typesFor(ann, 'a tablet')).toEqual(['hello']);
});

test('who types is told for as long as they say it again, until they have posted', async () => {
  setClock('2030-03-01T12:00:00Z');
  const place = await placeAfter(await poll());
  await poll([{ type: 'typing' }], place, bob, 'his browser');
  const typing = async (viewer = ann) => (await poll([], place, viewer)).filter(({ type }) => type === 'typing');
  expect(await typing()).toEqual([{ type: 'typing', user: 'UBOB' }]);
  expect(await typing(bob)).toEqual([]);
  passTime(2_500);
  await poll([{ type: 'typing', thread_ts: '1700000000.000000' }], place, bob, 'his browser');
  passTime(2_900);
  expect(await typing()).toEqual([{ type: 'typing', user: 'UBOB', thread_ts: '1700000000.000000' }]);
  passTime(200);
  expect(await typing()).toEqual([]);
  await poll([{ type: 'typing' }], place, bob, 'his browser');
  passTime(10);
  await made.channel.post(bob, { text: 'written' });
  expect(await typing()).toEqual([]);
});
