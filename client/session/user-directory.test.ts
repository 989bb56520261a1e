import { expect, test } from 'vitest';
import type { User } from '../../shared/user.ts';
import { createApi } from '../api/api.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { scriptedFetch, type ScriptedCall } from '../testing/scripted-fetch.ts';
import { createUserDirectory } from './user-directory.ts';

function person(id: string): User {
  return {
    id,
    team_id: 'T1',
    name: id.toLowerCase(),
    deleted: false,
    real_name: id,
    tz: 'UTC',
    profile: { real_name: id, display_name: id },
    is_admin: false,
    is_owner: false,
    is_bot: false,
    updated: 0,
  };
}

function setUp(answer: (call: ScriptedCall) => unknown) {
  const clock = createFakeClock();
  const { fetch, calls } = scriptedFetch(answer);
  const api = createApi({ baseUrl: 'http://edgeways.test', fetch, clock, getAccessToken: async () => 'token' });
  return { clock, calls, users: createUserDirectory(api, clock) };
}

test('the directory is read page by page, and not again within five minutes', async () => {
  const { clock, calls, users } = setUp(({ body }) =>
    body['cursor'] === 'more'
      ? { ok: true, members: [person('U3')], response_metadata: { next_cursor: '' } }
      : { ok: true, members: [person('U1'), person('U2')], response_metadata: { next_cursor: 'more' } },
  );
  await users.refresh();
  await users.refresh();
  expect([...users.store.get().keys()]).toEqual(['U1', 'U2', 'U3']);
  expect(calls).toHaveLength(2);
  await clock.advance(300_000);
  await users.refresh();
  expect(calls).toHaveLength(4);
});

test('a reading that failed does not count', async () => {
  let isDown = true;
  const { users } = setUp(() => {
    if (isDown) throw new TypeError('fetch failed');
    return { ok: true, members: [person('U1')] };
  });
  await expect(users.refresh()).rejects.toMatchObject({ code: 'network' });
  isDown = false;
  await users.refresh();
  expect(users.get('U1')?.id).toBe('U1');
});

test('unknown people are looked up once each, together, and appear', async () => {
  const { clock, calls, users } = setUp(({ body }) => ({ ok: true, user: person(String(body['user'])) }));
  let changes = 0;
  users.store.subscribe(() => (changes += 1));
  for (const id of ['U1', 'U2', 'U1', 'U3']) expect(users.get(id)).toBeUndefined();
  await clock.advance(20);
  expect(calls.map(({ body }) => body['user']).sort()).toEqual(['U1', 'U2', 'U3']);
  expect(users.get('U2')?.id).toBe('U2');
  expect(changes).toBeLessThanOrEqual(3);
});

test('somebody who does not exist is not asked for twice; after a network failure everybody is', async () => {
  const world = { failure: '' };
  const { clock, calls, users } = setUp(() => {
    if (world.failure === 'network') throw new TypeError('fetch failed');
    return { ok: false, error: 'user_not_found' };
  });
  users.get('U1');
  await clock.advance(20);
  users.get('U1');
  await clock.advance(20);
  expect(calls).toHaveLength(1);
  world.failure = 'network';
  users.get('U2');
  await clock.advance(20);
  users.get('U2');
  await clock.advance(20);
  expect(calls).toHaveLength(3);
});

test('somebody of whom something newer is said is looked up, once for many words', async () => {
  let updated = 5;
  const { clock, calls, users } = setUp(({ body }) => ({
    ok: true,
    user: { ...person(String(body['user'])), updated },
  }));
  users.add([{ ...person('U1'), updated: 5 }]);
  users.hearOf('U1', 5);
  users.hearOf('U2', 9);
  await clock.advance(20);
  expect(calls).toEqual([]);
  updated = 6;
  users.hearOf('U1', 6);
  users.hearOf('U1', 6);
  await clock.advance(20);
  expect(calls).toHaveLength(1);
  expect(users.get('U1')?.updated).toBe(6);
});

test('somebody who has changed is looked up again', async () => {
  let name = 'Ada';
  const { users } = setUp(() => ({ ok: true, user: { ...person('U1'), real_name: name } }));
  await users.reload('U1');
  name = 'Ada Lovelace';
  await users.reload('U1');
  expect(users.get('U1')?.real_name).toBe('Ada Lovelace');
});
