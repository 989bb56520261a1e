import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { channelMigrations } from '../channel/migrations.ts';
import { sessionMigrations } from '../session/migrations.ts';
import { isSetUp, migrate, MigrationDrift, type Migration } from './migrate.ts';

const first: Migration = { name: 'first', sql: 'CREATE TABLE a (x)' };
const second: Migration = { name: 'second', sql: 'ALTER TABLE a ADD COLUMN y DEFAULT 7; CREATE TABLE b (z)' };

let count = 0;
function inStorage(work: (storage: DurableObjectStorage) => void): Promise<void> {
  return runInDurableObject(env.CHANNEL.getByName(`T0:bare${(count += 1)}`), (_object, { storage }) => work(storage));
}

test('a new database goes through every step; an old one through those that it lacks, keeping its rows', async () => {
  await inStorage((storage) => {
    expect(isSetUp(storage)).toBe(false);
    migrate(storage, [first]);
    storage.sql.exec('INSERT INTO a (x) VALUES (1)');
    migrate(storage, [first, second]);
    expect(storage.sql.exec('SELECT x, y FROM a').toArray()).toEqual([{ x: 1, y: 7 }]);
    migrate(storage, [first, second]);
    expect(isSetUp(storage)).toBe(true);
  });
});

test('a step that is gone, was changed, or was put in between is refused', async () => {
  await inStorage((storage) => {
    migrate(storage, [first, second]);
    expect(() => migrate(storage, [first])).toThrow(MigrationDrift);
    expect(() => migrate(storage, [first, { ...second, sql: `${second.sql};` }])).toThrow(MigrationDrift);
    expect(() => migrate(storage, [second, first])).toThrow(MigrationDrift);
  });
});

test('a step that fails leaves the database as it was', async () => {
  await inStorage((storage) => {
    migrate(storage, [first]);
    expect(() =>
      migrate(storage, [first, { name: 'broken', sql: 'CREATE TABLE c (x); CREATE TABLE nonsense' }]),
    ).toThrow();
    expect(storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'c'").toArray()).toEqual([]);
    migrate(storage, [first, second]);
  });
});

test.each([
  ['channel', channelMigrations, 'messages'],
  ['session', sessionMigrations, 'channels'],
])("the %s's schema is reached from every earlier version", async (_what, migrations, table) => {
  for (let version = 0; version <= migrations.length; version += 1) {
    await inStorage((storage) => {
      migrate(storage, migrations.slice(0, version));
      migrate(storage, migrations);
      expect(storage.sql.exec(`SELECT * FROM ${table}`).toArray()).toEqual([]);
    });
  }
});
