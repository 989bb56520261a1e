import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { addresses } from '../../migrations/directory/schema.ts';
import { invitations, users } from '../../migrations/shard/schema.ts';
import { accessShard, openDirectory } from '../../migrations/shards.ts';
import {
  createWorkspace,
  invitationLink,
  joinWorkspace,
  proofOf,
  signInAgain,
  type Somebody,
} from '../testing/people.ts';
import { post } from '../testing/http.ts';
import { importZip, SteppedImport } from './testing/run-import.ts';
import { readChannel, readState } from './testing/workspace-state.ts';
import { zipOf } from './testing/zip-of.ts';

// An import is many calls, one after the other.
vi.setConfig({ testTimeout: 60_000 });

let count = 0;
const address = () => `somebody-${(count += 1)}@example.com`;

type Fields = Record<string, unknown>;
const person = (id: string, email: string | null, fields: Fields = {}) => ({
  id,
  name: id.toLowerCase(),
  real_name: `Real ${id}`,
  profile: { real_name: `Real ${id}`, ...(email === null ? {} : { email }) },
  ...fields,
});
const talk = (id: string, members: string[]) => ({
  id,
  name: id.toLowerCase(),
  created: 5,
  creator: members[0],
  members,
});
const said = (user: string, seconds: number, fields: Fields = {}) => ({
  type: 'message',
  user,
  text: `${user} speaks`,
  ts: `${seconds}.000001`,
  ...fields,
});

async function getPerson({ workspaceId }: Somebody, id: string) {
  const db = await accessShard(env, workspaceId);
  const [row] = await db
    .select()
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), eq(users.id, id)));
  return row ?? null;
}

test('somebody who is here with the same address is who they are, in messages, mentions, reactions and channels', async () => {
  const owner = await createWorkspace();
  const here = await joinWorkspace(owner);
  const report = await importZip(
    owner,
    zipOf({
      'users.json': [person('U0ADA', here.email.toUpperCase()), person('U0BEN', address())],
      'channels.json': [talk('C0TALK', ['U0ADA', 'U0BEN'])],
      'c0talk/2024-01-01.json': [
        said('U0ADA', 10, {
          text: 'with <@U0BEN>',
          reactions: [{ name: 'tada', users: ['U0ADA', 'U0BEN'], count: 2 }],
        }),
        said('U0BEN', 11, { text: 'hello <@U0ADA|ada>' }),
      ],
    }),
  );
  expect(report.counts.people).toMatchObject({ expected: 2, created: 1, matched: 1 });
  expect(await getPerson(owner, 'U0ADA')).toBeNull();
  const talked = await readChannel(owner.workspaceId, 'C0TALK');
  expect(talked.facts).toMatchObject({ creator: here.userId });
  expect(talked.messages).toMatchObject([{ user_id: here.userId }, { text: `hello <@${here.userId}|ada>` }]);
  expect(talked.reactions.map((row) => row['user_id'])).toEqual([here.userId, 'U0BEN']);
  expect(talked.members).toEqual(['U0BEN', here.userId].toSorted());
});

test('a handle that is taken gets a number, and the report says so', async () => {
  const owner = await createWorkspace();
  const { name } = (await getPerson(owner, owner.userId)) ?? expect.unreachable();
  const report = await importZip(
    owner,
    zipOf({ 'users.json': [person('U0ONE', null, { name }), person('U0TWO', null, { name })], 'channels.json': [] }),
  );
  expect([(await getPerson(owner, 'U0ONE'))?.name, (await getPerson(owner, 'U0TWO'))?.name]).toEqual([
    `${name}-2`,
    `${name}-3`,
  ]);
  expect(report.problems?.map(({ code }) => code)).toEqual(['renamed_user', 'renamed_user']);
});

test('of two accounts with one address, the one in use has it', async () => {
  const owner = await createWorkspace();
  const email = address();
  const accounts = [person('U0OLD', email, { deleted: true }), person('U0NEW', email)];
  const report = await importZip(owner, zipOf({ 'users.json': accounts, 'channels.json': [] }));
  expect((await signInAgain({ ...owner, email })).userId).toBe('U0NEW');
  expect(await getPerson(owner, 'U0OLD')).toMatchObject({ email: null, deactivated: true });
  expect(report.problems).toMatchObject([{ code: 'email_taken', severity: 'changed' }]);
});

test('nobody who left, no bot and nobody without a valid address can sign in', async () => {
  const owner = await createWorkspace();
  const [gone, robot] = [address(), address()];
  const accounts = [
    person('U0GONE', gone, { deleted: true }),
    person('U0BOT', robot, { is_bot: true }),
    person('U0NONE', 'not an address'),
  ];
  const report = await importZip(owner, zipOf({ 'users.json': accounts, 'channels.json': [] }));
  const { addresses, people } = await readState(owner);
  expect(addresses.map(({ userId }) => userId)).toEqual([owner.userId]);
  expect(people).toContainEqual(expect.objectContaining({ id: 'U0GONE', deactivated: true, email: gone }));
  expect(people).toContainEqual(expect.objectContaining({ id: 'U0BOT', isBot: true, email: null }));
  expect(report.problems).toMatchObject([{ code: 'bad_email' }]);
});

test('a guest comes in once an administrator invites them, and then is who they were', async () => {
  const owner = await createWorkspace();
  const email = address();
  const report = await importZip(
    owner,
    zipOf({ 'users.json': [person('U0GUEST', email, { is_restricted: true })], 'channels.json': [] }),
  );
  expect(report.problems).toMatchObject([{ code: 'guest' }]);
  const signIn = { proof: await proofOf(email), workspace_id: owner.workspaceId };
  expect(await post('/auth/sign-in', signIn)).toMatchObject({ ok: false, error: 'workspace_not_found' });
  const join = { proof: await proofOf(email), invitation: await invitationLink(owner), display_name: 'Guest' };
  expect(await post('/auth/join', join)).toMatchObject({ ok: true, user: { id: 'U0GUEST', role: 'member' } });
});

describe('a guest of an import', () => {
  async function withGuest(uses: Partial<typeof invitations.$inferInsert> = {}) {
    const owner = await createWorkspace();
    const email = address();
    await importZip(
      owner,
      zipOf({ 'users.json': [person('U0GUEST', email, { is_restricted: true })], 'channels.json': [] }),
    );
    const invitation = await invitationLink(owner);
    const db = await accessShard(env, owner.workspaceId);
    const theInvitation = eq(invitations.workspaceId, owner.workspaceId);
    await db
      .update(invitations)
      .set({ usesLeft: 1, ...uses })
      .where(theInvitation);
    const join = async () => post('/auth/join', { proof: await proofOf(email), invitation, display_name: 'Guest' });
    const usesLeft = async () => (await db.select().from(invitations).where(theInvitation))[0]?.usesLeft;
    return { owner, email, join, usesLeft };
  }

  test.each([
    ['used up', { usesLeft: 0 }],
    ['over', { expires: 1 }],
    ['revoked', { revoked: 1 }],
  ])('does not come in with an invitation that is %s', async (_, change) => {
    const { owner, email, join } = await withGuest(change);
    expect(await join()).toEqual({ ok: false, error: 'invitation_not_found' });
    const signIn = { proof: await proofOf(email), workspace_id: owner.workspaceId };
    expect(await post('/auth/sign-in', signIn)).toMatchObject({ error: 'workspace_not_found' });
  });

  test('uses one up, once, however often they try, and can finish what stopped halfway', async () => {
    const { owner, email, join, usesLeft } = await withGuest();
    const guest = { ok: true, user: { id: 'U0GUEST' } };
    expect(await Promise.all([join(), join(), join()])).toMatchObject([guest, guest, guest]);
    expect(await usesLeft()).toBe(0);
    await openDirectory(env).delete(addresses).where(eq(addresses.email, email));
    expect(await join()).toMatchObject(guest);
    expect(await signInAgain({ ...owner, email })).toMatchObject({ userId: 'U0GUEST' });
  });
});

test.each([
  ['owner', ['admin', 'admin', 'member']],
  ['admin', ['member', 'member', 'member']],
] as const)('an import by an %s makes of owner, administrator and member: %s', async (role, expected) => {
  const owner = await createWorkspace();
  const importer = role === 'owner' ? owner : await joinWorkspace(owner);
  const db = await accessShard(env, owner.workspaceId);
  await db.update(users).set({ role }).where(eq(users.id, importer.userId));
  const accounts = [
    person('U0OWNER', address(), { is_owner: true, is_admin: true }),
    person('U0ADMIN', address(), { is_admin: true }),
    person('U0MEMBER', address()),
  ];
  await importZip(importer, zipOf({ 'users.json': accounts, 'channels.json': [] }));
  const roles = accounts.map(async ({ id }) => (await getPerson(owner, id))?.role);
  expect(await Promise.all(roles)).toEqual(expected);
});

test('whom no list names gets a deactivated account in their place, until an export comes that knows them', async () => {
  const owner = await createWorkspace();
  const email = address();
  const files = {
    'channels.json': [talk('C0TALK', ['U0SAM'])],
    'c0talk/2024-01-01.json': [
      said('U0SAM', 10, { user_profile: { name: 'sam', real_name: 'Sam S.' } }),
      said('U0TIM', 11),
    ],
  };
  const report = await importZip(owner, zipOf(files));
  expect(report.counts.people).toMatchObject({ expected: 0, placeholders: 2 });
  expect(await getPerson(owner, 'U0TIM')).toMatchObject({
    deactivated: true,
    email: null,
    profile: { real_name: 'Unknown user U0TIM' },
  });
  expect((await readChannel(owner.workspaceId, 'C0TALK')).members).toEqual([]);

  const again = await importZip(owner, zipOf({ ...files, 'users.json': [person('U0SAM', email)] }));
  expect(again.counts.people).toMatchObject({ created: 1, placeholders: 1 });
  expect((await signInAgain({ ...owner, email })).userId).toBe('U0SAM');
  expect(await getPerson(owner, 'U0SAM')).toMatchObject({ deactivated: false, profile: { real_name: 'Real U0SAM' } });
  expect((await readChannel(owner.workspaceId, 'C0TALK')).members).toEqual(['U0SAM']);
});

test('whoever imports and is no administrator any more stops the import', async () => {
  const owner = await createWorkspace();
  const stepped = await SteppedImport.begin(owner, zipOf({ 'users.json': [], 'channels.json': [] }));
  const db = await accessShard(env, owner.workspaceId);
  await db.update(users).set({ role: 'member' }).where(eq(users.id, owner.userId));
  expect(await stepped.run()).toMatchObject({ status: 'failed', error: 'not_an_admin' });
});
