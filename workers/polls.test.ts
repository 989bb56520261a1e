import { listDurableObjectIds } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { succeed } from './testing/api.ts';
import { createChannel } from './testing/conversations.ts';
import { post } from './testing/http.ts';
import { bearer, createToken, createWorkspace, joinWorkspace, signInAgain, type Somebody } from './testing/people.ts';

let ann: Somebody;
let bob: Somebody;
let channel: string;
beforeAll(async () => {
  ann = await createWorkspace();
  bob = await joinWorkspace(ann);
  channel = await createChannel(ann, { members: [bob] });
});

const pollChannel = (who: Somebody, body: object = {}, id = channel, headers = {}) =>
  post(`/sockets/channels/${id}/poll`, { protocol: 1, ...body }, { ...bearer(who), ...headers });
const pollSession = (who: Somebody, body: object = {}, headers: object = {}) =>
  post('/sockets/session/poll', { protocol: 1, ...body }, { ...bearer(who), ...headers });
const refused = (error: string) => ({ ok: false, error });

const Hello = z.looseObject({ epoch: z.string(), seq: z.number() });
const Answer = z.looseObject({ frames: z.tuple([Hello]).rest(z.unknown()) });

describe('a poll of a channel', () => {
  it('opens it, sends, and goes on from where it was', async () => {
    const { frames } = Answer.parse(await pollChannel(ann));
    const { epoch, seq } = frames[0];
    await succeed(bob, 'chat.postMessage', { channel, text: 'hello' });
    const send = { type: 'send', client_msg_id: 'id-1', text: 'hello, Bob' };
    expect(await pollChannel(ann, { resume: { epoch, seq }, frames: [send] })).toMatchObject({
      ok: true,
      frames: [
        { type: 'hello', resumed: true },
        { type: 'events', seq: seq + 1, events: [{ text: 'hello' }, { text: 'hello, Bob', client_msg_id: 'id-1' }] },
      ],
    });
  });

  it('is for whoever may see the channel; what is hidden and what is not there look the same', async () => {
    const hidden = await createChannel(ann, { isPrivate: true });
    for (const id of [hidden, 'C0MADEUP', 'nonsense']) {
      expect(await pollChannel(bob, {}, id)).toEqual(refused('channel_not_found'));
    }
    const woken = (await listDurableObjectIds(env.CHANNEL)).map(String);
    expect(woken).not.toContain(String(env.CHANNEL.idFromName(`${ann.workspaceId}:C0MADEUP`)));
    const stranger = await createWorkspace('Others');
    expect(await pollChannel(stranger)).toEqual(refused('channel_not_found'));
  });
});

describe('a poll of the session', () => {
  it('boots, and says nothing more while nothing changes', async () => {
    const first = await pollSession(ann);
    expect(first).toMatchObject({ ok: true, frames: [{ type: 'boot', self: { id: ann.userId } }] });
    expect(await pollSession(ann, { have: first['have'] })).toMatchObject({ ok: true, frames: [] });
  });
});

it('polls of however many targets are limited together', { timeout: 60_000 }, async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const cat = await joinWorkspace(ann);
  const answers = new Set<unknown>();
  for (let n = 0; n < 1_000; n += 100) {
    const some = await Promise.all(Array.from({ length: 100 }, (_, i) => pollChannel(cat, {}, `C0MADEUP${n + i}`)));
    for (const { error } of some) answers.add(error);
  }
  expect(answers).toEqual(new Set(['channel_not_found']));
  expect(await pollChannel(cat)).toMatchObject(refused('ratelimited'));
  expect(await pollSession(cat)).toMatchObject(refused('ratelimited'));
  expect(await pollSession(bob)).toMatchObject({ ok: true });
  vi.useRealTimers();
});

describe.each([
  ['channel', pollChannel],
  ['session', (who: Somebody, body?: object, _id?: string, headers?: object) => pollSession(who, body, headers)],
] as const)('a poll of the %s', (_what, poll) => {
  it('is for signed-in devices', async () => {
    const phone = await signInAgain(ann);
    expect(await poll(phone)).toMatchObject({ ok: true });
    await post('/auth/sign-out', {}, bearer(phone));
    expect(await poll(phone)).toEqual(refused('token_revoked'));
    expect(await poll({ ...ann, token: 'nonsense' })).toEqual(refused('invalid_auth'));
    expect(await poll({ ...ann, token: await createToken(ann, ['chat:write']) })).toEqual(
      refused('not_allowed_token_type'),
    );
  });

  it('is not for another site’s page', async () => {
    expect(await poll(ann, {}, channel, { origin: 'https://evil.example' })).toEqual(refused('no_permission'));
    expect(await poll(ann, {}, channel, { origin: 'http://edgeways.test' })).toMatchObject({ ok: true });
  });

  it.each([
    ['another protocol', { protocol: 2 }, 'unsupported_protocol'],
    ['frames that are none', { frames: ['text'] }, 'invalid_arguments'],
    ['too many frames', { frames: Array.from({ length: 51 }, () => ({ type: 'x' })) }, 'invalid_arguments'],
    [
      'a frame that has no bottom',
      { frames: [JSON.parse(`{"type":"x","y":${'['.repeat(9_000)}${']'.repeat(9_000)}}`)] },
      'malformed_frame',
    ],
    ['a place that is none', { resume: { epoch: 7, seq: -1 } }, 'invalid_arguments'],
  ])('refuses %s', async (_which, body, error) => {
    expect(await poll(ann, body)).toMatchObject(refused(error));
  });

  it('answers a frame that is not of the protocol as a socket does', async () => {
    const answer = await poll(ann, { frames: [{ type: 'nonsense' }] });
    expect(answer['frames']).toEqual(expect.arrayContaining([{ type: 'error', error: 'malformed_frame' }]));
  });
});
