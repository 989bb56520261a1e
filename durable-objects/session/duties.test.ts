import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { passTime, ring, setClock } from '../testing/time.ts';
import { bob, newChannel, newWorkspace } from '../testing/workspace.ts';
import { sessionOf } from './stub.ts';

beforeEach(() => setClock('2030-03-01T12:00:00Z'));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a duty that fails is tried ever more rarely, until it does not, and holds up no other', async () => {
  const workspace = await newWorkspace();
  const { id: channel } = await newChannel(workspace);
  const session = sessionOf(env, workspace, bob.userId);
  const stub = env.SESSION.getByName(`${workspace}:${bob.userId}`);
  const postAt = Date.now() / 1000 + 60;
  await session.schedule({ channel, content: { text: 'later' }, threadTs: null, broadcast: false, postAt });
  const remind = (seconds: number) =>
    session.addReminder({ text: 'eat', at: Date.now() + seconds * 1000, recurrence: null }, 'UTC');
  await remind(60);
  await remind(65);

  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const directory = vi.spyOn(env.SHARD_1, 'prepare').mockImplementation(() => {
    throw new Error('unreachable');
  });
  const passAndRing = async (seconds: number) => {
    passTime(seconds * 1000);
    await ring(stub);
    const { entries } = await session.activity({ after: null, limit: 10, kinds: null });
    return [directory.mock.calls.length, entries.length];
  };
  expect(await passAndRing(60)).toEqual([1, 1]);
  expect(await passAndRing(9)).toEqual([1, 2]);
  expect(await passAndRing(1)).toEqual([2, 2]);
  expect(await passAndRing(19)).toEqual([2, 2]);
  expect(await passAndRing(1)).toEqual([3, 2]);

  directory.mockRestore();
  expect(await session.scheduledMessages()).toHaveLength(1);
  passTime(40_000);
  await ring(stub);
  expect(await session.scheduledMessages()).toEqual([]);
});
