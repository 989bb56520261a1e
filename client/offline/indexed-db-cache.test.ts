import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { createIndexedDbCache } from './indexed-db-cache.ts';
import { cachedChannel } from '../testing/cached-channel.ts';
import { installIndexedDb } from '../testing/fake-indexed-db.ts';
import { bootFrame } from '../testing/fake-session.ts';

beforeEach(installIndexedDb);

const ada = {
  id: 'U1',
  team_id: 'T1',
  name: 'ada',
  deleted: false,
  real_name: 'Ada',
  tz: 'UTC',
  profile: { real_name: 'Ada', display_name: 'ada' },
  is_admin: false,
  is_owner: false,
  is_bot: false,
  updated: 1,
};

test('what is saved is there after a reload, and not in another workspace', async () => {
  const cache = createIndexedDbCache('T1');
  const boot = bootFrame({ unread_activity: 3 });
  const channel = cachedChannel('C1AA', 1, ['hi']);
  await Promise.all([cache.saveBoot(boot), cache.saveUsers([ada]), cache.saveChannel(channel)]);
  const again = createIndexedDbCache('T1');
  expect(await again.loadBoot()).toEqual(boot);
  expect(await again.loadUsers()).toEqual([ada]);
  expect(await again.loadChannel('C1AA')).toEqual(channel);
  const other = createIndexedDbCache('T2');
  expect([await other.loadBoot(), await other.loadUsers(), await other.listChannels()]).toEqual([null, [], []]);
});

test('twenty channels are kept, those that were shown last, and listed so', async () => {
  const cache = createIndexedDbCache('T1');
  for (let count = 10; count < 35; count += 1) await cache.saveChannel(cachedChannel(`C${count}AA`, count));
  await cache.saveChannel(cachedChannel('C20AA', 99));
  const kept = await cache.listChannels();
  expect(kept).toHaveLength(20);
  expect(kept.slice(0, 3)).toEqual(['C20AA', 'C34AA', 'C33AA']);
  expect(await cache.loadChannel('C10AA')).toBeNull();
});

test('a channel can be forgotten, and everything can', async () => {
  const cache = createIndexedDbCache('T1');
  await cache.saveBoot(bootFrame());
  await cache.saveChannel(cachedChannel('C1AA', 1));
  await cache.saveChannel(cachedChannel('C2AA', 2));
  await cache.removeChannel('C1AA');
  expect(await cache.listChannels()).toEqual(['C2AA']);
  await cache.clear();
  expect([await cache.loadBoot(), await cache.listChannels()]).toEqual([null, []]);
});

test('what was stored in another form is not there, and one bad channel spoils no other', async () => {
  const cache = createIndexedDbCache('T1');
  await cache.saveChannel(cachedChannel('C2AA', 2));
  const database = await openDB('edgeways.T1');
  await database.put('channels', { id: 'C1AA', shownAt: 1, messages: 'many' });
  await database.put('workspace', { type: 'boot' }, 'boot');
  await database.put('workspace', [{ id: 'U1' }], 'users');
  expect([await cache.loadChannel('C1AA'), await cache.loadBoot(), await cache.loadUsers()]).toEqual([null, null, []]);
  expect((await cache.loadChannel('C2AA'))?.id).toBe('C2AA');
});

test('a newer client in another tab gets the database, and this one goes on without', async () => {
  const cache = createIndexedDbCache('T1');
  await cache.saveBoot(bootFrame());
  const newer = await openDB('edgeways.T1', 1_000);
  await cache.saveBoot(bootFrame({ unread_activity: 1 }));
  expect(await cache.loadBoot()).toBeNull();
  newer.close();
});

test.each([
  ['there is none', undefined],
  [
    'it is forbidden',
    {
      open() {
        throw new DOMException('denied', 'SecurityError');
      },
    },
  ],
])('where %s nothing is remembered, and nothing fails', async (_why, factory) => {
  Object.defineProperty(globalThis, 'indexedDB', { value: factory, configurable: true, writable: true });
  const cache = createIndexedDbCache('T1');
  await cache.saveBoot(bootFrame());
  await cache.saveChannel(cachedChannel('C1AA', 1));
  await cache.clear();
  expect([await cache.loadBoot(), await cache.loadUsers(), await cache.listChannels()]).toEqual([null, [], []]);
});
