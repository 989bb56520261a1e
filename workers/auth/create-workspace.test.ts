import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { addresses, attempts, workspaces as placed } from '../../migrations/directory/schema.ts';
import { channelMembers, channels, users, workspaces } from '../../migrations/shard/schema.ts';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import { SignedIn } from '../../shared/protocol/auth.ts';
import { doCreateWorkspace } from '../identity/create-workspace.ts';
import { listWorkspaces } from '../identity/memberships.ts';
import { signProof } from '../identity/proof.ts';
import { accessShard, openDirectory } from '../../migrations/shards.ts';
import { post } from '../testing/http.ts';
import { createWorkspace, newEmail, proofOf } from '../testing/people.ts';

const domainIn = async (id: string) => {
  const [row] = await openDirectory(env).select().from(placed).where(eq(placed.id, id));
  const db = await accessShard(env, id);
  const [copy] = await db.select().from(workspaces).where(eq(workspaces.id, id));
  expect(copy?.domain).toBe(row?.domain);
  return row?.domain;
};

describe('creating a workspace', () => {
  it('makes its owner, and a general channel with the owner in it', async () => {
    const owner = await createWorkspace('Acme');
    expect(owner.role).toBe('owner');
    const db = await accessShard(env, owner.workspaceId);
    const of = <T extends { workspaceId: string }>(rows: T[]) =>
      rows.filter((row) => row.workspaceId === owner.workspaceId);
    expect(of(await db.select().from(users))).toMatchObject([
      { id: owner.userId, role: 'owner', tz: 'UTC', profile: { real_name: 'Olga Owner', email: owner.email } },
    ]);
    const [general] = of(await db.select().from(channels));
    expect(general).toMatchObject({
      name: 'general',
      kind: 'public',
      isGeneral: true,
      ready: true,
      creator: owner.userId,
    });
    expect(of(await db.select().from(channelMembers))).toMatchObject([
      { channelId: general?.id, userId: owner.userId },
    ]);
    const viewer = { userId: owner.userId, role: 'owner' } as const;
    expect(await channelOf(env, owner.workspaceId, general?.id ?? '').info(viewer)).toMatchObject({
      ok: true,
      isMember: true,
    });
  });

  it('gives each a domain of its own, also when they are made at once', async () => {
    const owners = await Promise.all(Array.from({ length: 6 }, () => createWorkspace('Müller & Söhne')));
    const domains = await Promise.all(owners.map(({ workspaceId }) => domainIn(workspaceId)));
    expect(new Set(domains).size).toBe(6);
    for (const domain of domains) expect(domain).toMatch(/^muller-sohne(-\d+)?$/);
  });

  it('has a domain also for a name that gives none', async () => {
    const { workspaceId } = await createWorkspace('株式会社');
    expect(await domainIn(workspaceId)).toMatch(/^workspace(-\d+)?$/);
  });

  it('takes a time zone that exists', async () => {
    for (const [tz, kept] of [
      ['Europe/Berlin', 'Europe/Berlin'],
      ['Mars/Olympus', 'UTC'],
    ] as const) {
      const body = { proof: await proofOf(newEmail()), workspace_name: 'Zone', display_name: 'Z', tz };
      const { user, workspace } = SignedIn.parse(await post('/auth/create-workspace', body));
      const db = await accessShard(env, workspace.id);
      const [row] = await db.select().from(users).where(eq(users.id, user.id));
      expect(row?.tz).toBe(kept);
    }
  });

  it('that failed halfway has left nothing in the way of another try', async () => {
    const email = newEmail();
    const owner = { email, displayName: 'Olga', tz: undefined };
    const failing = (step: number) => {
      let calls = 0;
      const fail = <T>(answer: () => T): T => {
        calls += 1;
        if (calls === step) throw new Error('the power went out');
        return answer();
      };
      const watch = (database: D1Database) => ({
        prepare: (query: string) => fail(() => database.prepare(query)),
        batch: <T>(statements: D1PreparedStatement[]) => fail(() => database.batch<T>(statements)),
        exec: (query: string) => database.exec(query),
        dump: () => database.dump(),
        withSession: () => database.withSession(),
      });
      return { ...env, DIRECTORY: watch(env.DIRECTORY), SHARD_1: watch(env.SHARD_1), SHARD_2: watch(env.SHARD_2) };
    };
    const tryUpTo = (step: number) =>
      doCreateWorkspace(failing(step), 'Phoenix', owner, Date.now()).then(() => null, String);
    const failures: string[] = [];
    const leftovers: unknown[] = [];
    for (let step = 1; ; step += 1) {
      const failure = await tryUpTo(step);
      if (failure === null) break;
      failures.push(failure);
      leftovers.push(...(await listWorkspaces(env, email)));
      await openDirectory(env).delete(attempts);
    }
    expect(failures.length).toBeGreaterThan(5);
    expect(failures.filter((failure) => !failure.includes('the power went out'))).toEqual([]);
    expect(leftovers).toEqual([]);
    expect(await listWorkspaces(env, email)).toMatchObject([{ name: 'Phoenix', domain: 'phoenix' }]);
    expect(await openDirectory(env).select().from(addresses).where(eq(addresses.email, email))).toHaveLength(1);
  });
});

describe('a proof', () => {
  const create = (proof: string) => post('/auth/create-workspace', { proof, workspace_name: 'X', display_name: 'X' });

  it('is good for fifteen minutes', async () => {
    const before = (minutes: number) => signProof(env, newEmail(), Date.now() - minutes * 60_000);
    expect(await create(await before(14))).toMatchObject({ ok: true });
    expect(await create(await before(15))).toEqual({ ok: false, error: 'token_expired' });
  });

  it('is no access token, and no access token is a proof', async () => {
    const owner = await createWorkspace();
    expect(await create(owner.token)).toEqual({ ok: false, error: 'invalid_auth' });
    const proof = await proofOf(owner.email);
    expect(await post('/auth/sign-out', {}, { authorization: `Bearer ${proof}` })).toEqual({
      ok: false,
      error: 'invalid_auth',
    });
  });

  it('opens only workspaces of its address', async () => {
    const owner = await createWorkspace();
    const proof = await proofOf(newEmail());
    const refused = { ok: false, error: 'workspace_not_found' };
    expect(await post('/auth/sign-in', { proof, workspace_id: owner.workspaceId })).toEqual(refused);
    expect(await post('/auth/sign-in', { proof, workspace_id: 'T404' })).toEqual(refused);
  });
});
