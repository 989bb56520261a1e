import { expect, test } from 'vitest';
import { createMissingResources, DeployError, type Wrangler } from './resources.ts';

const RESOURCES = { databases: ['directory', 'shard-1'], buckets: ['files'], queues: ['audit', 'audit-dead'] };

test('in an empty account everything is created, and the new ids are returned', async () => {
  const account = fakeAccount({ databases: [], buckets: [], queues: [] });
  const ids = await createMissingResources(account.wrangler, RESOURCES);
  expect(account.created).toEqual([
    'r2 bucket create files',
    'queues create audit',
    'queues create audit-dead',
    'd1 create directory',
    'd1 create shard-1',
  ]);
  expect(ids).toEqual(
    new Map([
      ['directory', 'id-of-directory'],
      ['shard-1', 'id-of-shard-1'],
    ]),
  );
});

test('what exists is left alone', async () => {
  const account = fakeAccount({
    databases: ['directory', 'shard-1'],
    buckets: ['files'],
    queues: ['audit', 'audit-dead'],
  });
  const ids = await createMissingResources(account.wrangler, RESOURCES);
  expect(account.created).toEqual([]);
  expect(ids.get('shard-1')).toBe('id-of-shard-1');
});

test('when Cloudflare refuses, its reason is what the error says', async () => {
  const refuse: Wrangler = async () => ({ ok: false, output: 'R2 is not enabled for this account' });
  await expect(createMissingResources(refuse, RESOURCES)).rejects.toThrow(
    new DeployError('wrangler r2 bucket create files failed:\n\nR2 is not enabled for this account'),
  );
});

/** A wrangler whose account has only these, by name. */
function fakeAccount(existing: { databases: string[]; buckets: string[]; queues: string[] }) {
  const created: string[] = [];
  const wrangler: Wrangler = async (...args) => {
    const command = args
      .filter((argument) => argument !== '--json')
      .slice(0, -1)
      .join(' ');
    const name = args.filter((argument) => argument !== '--json').at(-1) ?? '';
    if (command === 'r2 bucket info') return { ok: existing.buckets.includes(name), output: '' };
    if (command === 'queues info') return { ok: existing.queues.includes(name), output: '' };
    if (command === 'd1') {
      const databases = existing.databases.map((database) => ({
        name: database,
        uuid: `id-of-${database}`,
        version: 'x',
      }));
      return { ok: true, output: JSON.stringify(databases) };
    }
    if (command === 'd1 create') existing.databases.push(name);
    created.push(args.join(' '));
    return { ok: true, output: '' };
  };
  return { wrangler, created };
}
