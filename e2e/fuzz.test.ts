import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isDeeperThan } from '../shared/json-depth.ts';
import { maxBlocksDepth } from '../shared/message.ts';
import { ChannelClientFrame } from '../shared/protocol/channel-socket.ts';
import { closeCodes, maxFrameBytes } from '../shared/protocol/sockets.ts';
import { declaredMethods } from './harness/declared-methods.ts';
import { malformedFrame, malformedRequest, type MalformedRequest } from './harness/malformed.ts';
import { callApi, createMember, createOwner, type Member } from './harness/member.ts';
import { startServer, type TestServer } from './harness/server.ts';

/** Printed with every failure; another one explores elsewhere. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20261124);

let server: TestServer;
let ann: Member;
let mallory: Member;
/** Where Ann alone writes, and where both do. */
let secret: string;
let shared: string;
let written: Record<string, unknown>[];

beforeAll(async () => {
  server = await startServer();
  ann = await createOwner(server, 'ann@example.com');
  mallory = await createMember(server, 'mallory@example.com', ann);
  secret = (await ann.workspace.createChannel('secret', { isPrivate: true })).id;
  shared = (await ann.workspace.createChannel('shared')).id;
  await mallory.workspace.join(shared);
  const token = await ann.auth.accessToken();
  for (const channel of [secret, shared]) {
    for (let i = 0; i < 20; i += 1) await callApi(server, 'chat.postMessage', token, { channel, text: `Ann's ${i}` });
  }
  written = await annsMessages();
});

afterAll(async () => {
  ann.workspace.close();
  mallory.workspace.close();
  await server.stop();
});

async function annsMessages(): Promise<Record<string, unknown>[]> {
  const token = await ann.auth.accessToken();
  const pages = await Promise.all(
    [secret, shared].map((channel) => callApi(server, 'conversations.history', token, { channel, limit: 999 })),
  );
  const all = pages.flatMap(({ messages }) => messages as Record<string, unknown>[]);
  return all.filter(({ text }) => typeof text === 'string' && text.startsWith("Ann's"));
}

async function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}

/** Nobody was hurt: the server answers, and what Ann wrote is as she wrote it. */
async function expectUnharmed(): Promise<void> {
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
  expect(await annsMessages()).toEqual(written);
}

test(`7,000 malformed requests (seed ${seed}): no 5xx, no crash, nothing lost or altered`, async () => {
  // Signing out and revoking are left out, or the rest would only be told that nobody is signed in.
  const ending = new Set(['auth.revoke']);
  const paths = [
    ...declaredMethods()
      .filter((name) => !ending.has(name))
      .map((name) => `/api/${name}`),
    ...[
      'code',
      'verify',
      'create-workspace',
      'sign-in',
      'join',
      'refresh',
      'ticket',
      'invitations',
      'tokens',
      'demo',
      'devices',
    ].map((name) => `/auth/${name}`),
    '/sockets/session',
    `/sockets/channels/${shared}`,
    '/imports/I0000000/parts/1',
  ];
  const token = await mallory.auth.accessToken();
  const requests = fc.sample(malformedRequest(paths, { channel: shared, text: 'x', user: mallory.workspace.self }), {
    numRuns: 7_000,
    seed,
  });
  const answers = new Map<string, number>();
  const failures: { request: MalformedRequest; status: number; answer: string }[] = [];
  await inParallel(requests, 16, async (request) => {
    const { path, method, headers, body } = request;
    const response = await fetch(server.url + path, {
      method,
      headers: { ...headers, authorization: `Bearer ${token}` },
      body,
    });
    const answer = await response.text();
    const code = /"error":"(\w+)"/.exec(answer)?.[1] ?? `status ${response.status}`;
    answers.set(code, (answers.get(code) ?? 0) + 1);
    const isFailure = response.status >= 500 || answer.includes('internal_error') || /\n\s+at /.test(answer);
    if (isFailure) failures.push({ request, status: response.status, answer: answer.slice(0, 300) });
  });
  expect(failures.slice(0, 5)).toEqual([]);
  // The requests got past the door, to many different things that were wrong with them.
  expect(answers.size).toBeGreaterThan(20);
  expect(answers.get('ratelimited') ?? 0).toBeLessThan(requests.length / 4);
  await expectUnharmed();
}, 300_000);

test(`3,000 malformed frames (seed ${seed}): an error with a code for each, and the second one closes`, async () => {
  const frames = fc.sample(malformedFrame, { numRuns: 3_000, seed });
  const pairs = Array.from({ length: 1_500 }, (_, i) => ({
    isSession: i % 5 === 0,
    sent: frames.slice(2 * i, 2 * i + 2),
  }));
  const wrong: unknown[] = [];
  await inParallel(pairs, 8, async ({ isSession, sent }) => {
    const { errors, closed } = await converse(isSession, sent);
    // A session's socket takes nothing but pings; a channel's takes what is a frame of the protocol, by chance.
    const bad = sent.filter((frame) => isSession || !isChannelFrame(frame)).length;
    const isRight = errors.length === bad && (closed === closeCodes.malformed) === (bad === 2);
    if (!isRight) wrong.push({ isSession, sent, errors, closed });
  });
  expect(wrong.slice(0, 3)).toEqual([]);
  await expectUnharmed();
}, 300_000);

/** Opens a socket, sends, and waits for the answer to a ping, or for the end; the errors and the close code, if any. */
async function converse(isSession: boolean, sent: readonly (string | Uint8Array<ArrayBuffer>)[]) {
  const ticket = await mallory.auth.ticket(isSession ? undefined : shared);
  const path = isSession ? 'session' : `channels/${shared}`;
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sockets/${path}?ticket=${ticket}&protocol=1`);
  const errors: string[] = [];
  return new Promise<{ errors: string[]; closed: number | null }>((resolve, reject) => {
    let isGreeted = false;
    let hasAnswered = false;
    socket.addEventListener('message', ({ data }) => {
      if (data === 'pong') {
        hasAnswered = true;
        socket.close();
        return;
      }
      const frame = JSON.parse(String(data)) as { type: string; error?: string };
      if (frame.type === 'error') errors.push(frame.error ?? '');
      if (isGreeted) return;
      isGreeted = true;
      for (const each of sent) socket.send(each);
      socket.send('ping');
    });
    socket.addEventListener('close', ({ code }) => {
      if (isGreeted) resolve({ errors, closed: hasAnswered ? null : code });
      else reject(new Error(`closed with ${code} before it was greeted`));
    });
  });
}

function isChannelFrame(frame: string | Uint8Array): boolean {
  if (typeof frame !== 'string' || frame.length > maxFrameBytes) return false;
  try {
    const value: unknown = JSON.parse(frame);
    return !isDeeperThan(value, maxBlocksDepth + 1) && ChannelClientFrame.safeParse(value).success;
  } catch {
    return false;
  }
}
