import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addresses } from '../../migrations/directory/schema.ts';
import { channelMembers, invitations, users } from '../../migrations/shard/schema.ts';
import { InviteAnswer, SignedIn } from '../../shared/protocol/auth.ts';
import { hashToken } from '../identity/opaque-token.ts';
import { accessShard, openDirectory } from '../../migrations/shards.ts';
import { origin, post, readAnswer, send, type Answer } from '../testing/http.ts';
import { watchConsole } from '../testing/mail.ts';
import {
  bearer,
  changePerson,
  createToken,
  createWorkspace,
  invitationLink,
  joinWorkspace,
  newEmail,
  proofOf,
  signInAgain,
  type Somebody,
} from '../testing/people.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

async function inviteByMail(inviter: Somebody, emails: string[], role = 'member') {
  watchConsole();
  return InviteAnswer.parse(await post('/auth/invitations', { emails, role }, bearer(inviter)));
}

/** The token of an invitation by mail. */
async function mailed(inviter: Somebody, email: string, role = 'member'): Promise<string> {
  const { sent } = await inviteByMail(inviter, [email], role);
  return sent[0]?.link.slice(`${origin}/join/`.length) ?? '';
}

async function join(email: string, invitation: string, name = 'New Person'): Promise<Answer> {
  return post('/auth/join', { proof: await proofOf(email), invitation, display_name: name });
}

const look = async (token: string) => readAnswer(await send(`/auth/invitations/${token}`));
const notFound = { ok: false, error: 'invitation_not_found' };

describe('an invitation link', () => {
  it('says who invites to what', async () => {
    const owner = await createWorkspace('Acme');
    expect(await look(await invitationLink(owner))).toEqual({
      ok: true,
      workspace: { id: owner.workspaceId, name: 'Acme', domain: expect.any(String) },
      inviter: 'Olga Owner',
      email: null,
    });
  });

  it('lets anybody in, as a member, with a handle of their own, into the general channel', async () => {
    const owner = await createWorkspace();
    const link = await invitationLink(owner);
    const db = await accessShard(env, owner.workspaceId);
    const [one, two] = ['same@one.example', 'same@two.example'];
    const answers = [await join(one, link, 'Same One'), await join(two, link, 'Same\u202e Two\n')];
    expect(answers).toEqual([
      expect.objectContaining({ ok: true, user: { id: expect.any(String), role: 'member' } }),
      expect.objectContaining({ ok: true }),
    ]);
    const people = await db.select().from(users).where(eq(users.workspaceId, owner.workspaceId));
    expect(new Set(people.map(({ name }) => name))).toEqual(new Set([owner.email.split('@')[0], 'same', 'same-2']));
    expect(people.find(({ email }) => email === two)?.profile.real_name).toBe('Same Two');
    const members = await db.select().from(channelMembers).where(eq(channelMembers.workspaceId, owner.workspaceId));
    expect(members).toHaveLength(3);
  });

  it('gives different handles also to people who come at once', async () => {
    const owner = await createWorkspace();
    const link = await invitationLink(owner);
    const emails = Array.from({ length: 6 }, (_, i) => `same@${i}.example`);
    const answers = await Promise.all(emails.map((email) => join(email, link)));
    expect(answers.map(({ ok }) => ok)).toEqual(emails.map(() => true));
    const db = await accessShard(env, owner.workspaceId);
    const rows = await db.select().from(invitations).where(eq(invitations.workspaceId, owner.workspaceId));
    expect(rows.map(({ usesLeft }) => usesLeft)).toEqual([400 - 6]);
  });

  it('used again by the same person lets them in as who they are', async () => {
    const owner = await createWorkspace();
    const link = await invitationLink(owner);
    const email = newEmail();
    const first = await join(email, link);
    expect((await join(email, link))['user']).toEqual(first['user']);
    expect((await join(owner.email, link))['user']).toEqual({ id: owner.userId, role: 'owner' });
  });

  it.each([
    ['used up', { usesLeft: 0 }],
    ['over', { expires: 1 }],
    ['revoked', { revoked: 1 }],
  ])('that is %s lets nobody in', async (_, change) => {
    const owner = await createWorkspace();
    const link = await invitationLink(owner);
    const db = await accessShard(env, owner.workspaceId);
    await db
      .update(invitations)
      .set(change)
      .where(eq(invitations.tokenHash, await hashToken(link)));
    expect(await join(newEmail(), link)).toEqual(notFound);
    expect(await look(link)).toEqual(notFound);
  });

  it('that is made up lets nobody in, whatever it looks like', async () => {
    const owner = await createWorkspace();
    const other = await createWorkspace();
    const secret = (await invitationLink(other)).split('-').slice(1).join('-');
    const madeUp = [
      'x',
      '-',
      `${owner.workspaceId}-`,
      `${owner.workspaceId}-${secret}`,
      `T404-${secret}`,
      `${owner.workspaceId.toLowerCase()}-${secret}`,
      `' OR 1=1 --`,
    ];
    for (const token of madeUp) {
      expect(await join(newEmail(), token)).toEqual(notFound);
      expect(await look(encodeURIComponent(token))).toEqual(notFound);
    }
  });

  it('lets no deactivated person back in', async () => {
    const owner = await createWorkspace();
    const member = await joinWorkspace(owner);
    await changePerson(member, { deactivated: true });
    const refused = { ok: false, error: 'account_inactive' };
    expect(await join(member.email, await invitationLink(owner))).toEqual(refused);
    const proof = await proofOf(member.email);
    expect(await post('/auth/sign-in', { proof, workspace_id: owner.workspaceId })).toEqual(refused);
    expect((await inviteByMail(owner, [member.email])).refused).toEqual([
      { email: member.email, error: 'account_inactive' },
    ]);
  });

  it('is stored only as a hash', async () => {
    const owner = await createWorkspace();
    const link = await invitationLink(owner);
    const db = await accessShard(env, owner.workspaceId);
    const rows = await db.select().from(invitations).where(eq(invitations.workspaceId, owner.workspaceId));
    expect(JSON.stringify(rows)).not.toContain(link.split('-').at(-1));
  });
});

describe('an invitation by mail', () => {
  it('is printed where there is no mail', async () => {
    const owner = await createWorkspace();
    const email = newEmail();
    const { lines } = watchConsole();
    const { sent } = InviteAnswer.parse(await post('/auth/invitations', { emails: [email] }, bearer(owner)));
    expect(lines).toEqual([`invitation for ${email}: ${sent[0]?.link}`]);
    expect(sent).toEqual([
      { email, link: expect.stringMatching(/^http:\/\/edgeways\.test\/join\/T/), delivery: 'console' },
    ]);
  });

  it('is for that address only, once, with the role it names', async () => {
    const owner = await createWorkspace();
    const email = newEmail();
    const token = await mailed(owner, email, 'admin');
    expect(await look(token)).toMatchObject({ email });
    expect(await join(newEmail(), token)).toEqual(notFound);
    expect(await join(email, token)).toMatchObject({ ok: true, user: { role: 'admin' } });
    expect(await look(token)).toEqual(notFound);
  });

  it('makes one person of many uses at once', async () => {
    const owner = await createWorkspace();
    const email = newEmail();
    const token = await mailed(owner, email);
    const answers = await Promise.all(Array.from({ length: 5 }, () => join(email, token)));
    expect(new Set(answers.map(({ ok }) => ok))).toEqual(new Set([true]));
    expect(new Set(answers.map((answer) => JSON.stringify(answer['user']))).size).toBe(1);
  });

  it('is made once an address, and not for members', async () => {
    const owner = await createWorkspace();
    const email = newEmail();
    const { sent, refused } = await inviteByMail(owner, [email, email, owner.email]);
    expect(sent.map((entry) => entry.email)).toEqual([email]);
    expect(refused).toEqual([{ email: owner.email, error: 'already_in_workspace' }]);
  });

  it('can be finished when the server stopped halfway', async () => {
    const owner = await createWorkspace();
    const email = newEmail();
    const token = await mailed(owner, email);
    const { user } = SignedIn.parse(await join(email, token));
    // As it stood after the first transaction: the person and the use, and nothing else.
    const db = await accessShard(env, owner.workspaceId);
    const directory = openDirectory(env);
    await directory.delete(addresses).where(eq(addresses.email, email));
    await db
      .delete(channelMembers)
      .where(and(eq(channelMembers.workspaceId, owner.workspaceId), eq(channelMembers.userId, user.id)));
    expect(await join(email, token)).toMatchObject({ ok: true, user });
    expect(await signInAgain({ ...owner, email })).toMatchObject({ userId: user.id });
  });

  it('is refused past the day’s limit of a workspace', async () => {
    const owner = await createWorkspace();
    const emails = (batch: number) => Array.from({ length: 50 }, (_, i) => `p${batch}-${i}@example.com`);
    watchConsole();
    const answers: Answer[] = [];
    for (let batch = 0; batch < 11; batch += 1) {
      answers.push(await post('/auth/invitations', { emails: emails(batch) }, bearer(owner)));
    }
    expect(answers.map(({ error }) => error)).toEqual([
      ...Array.from({ length: 10 }, () => undefined),
      'too_many_attempts',
    ]);
  });
});

describe('inviting', () => {
  it('is for administrators who are signed in', async () => {
    const owner = await createWorkspace();
    const member = await joinWorkspace(owner);
    const token = await createToken(owner, []);
    expect(await post('/auth/invitations', {}, bearer(member))).toEqual({ ok: false, error: 'not_an_admin' });
    expect(await post('/auth/invitations', {}, { authorization: `Bearer ${token}` })).toEqual({
      ok: false,
      error: 'not_allowed_token_type',
    });
    expect(await post('/auth/invitations', {})).toEqual({ ok: false, error: 'not_authed' });
    expect(await post('/auth/invitations', { role: 'owner' }, bearer(owner))).toMatchObject({
      error: 'invalid_arguments',
    });
  });

  it('is a member’s too once they are administrator, at once', async () => {
    const owner = await createWorkspace();
    const member = await joinWorkspace(owner);
    await changePerson(member, { role: 'admin' });
    expect(await post('/auth/invitations', {}, bearer(member))).toMatchObject({ ok: true });
    await changePerson(member, { role: 'member' });
    expect(await post('/auth/invitations', {}, bearer(member))).toMatchObject({ error: 'not_an_admin' });
  });
});
