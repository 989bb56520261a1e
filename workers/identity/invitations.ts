import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { invitations, users, workspaces } from '../../migrations/shard/schema.ts';
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { Delivery } from '../../shared/protocol/auth.ts';
import type { Role } from '../../shared/user.ts';
import { getShard, openDirectory, type ShardDb } from '../../migrations/shards.ts';
import { requireAttempt } from './attempts.ts';
import { invitationMail } from './mail-texts.ts';
import { deliver } from './mail.ts';
import { getTokenWorkspace, hashToken, newOpaqueToken } from './opaque-token.ts';
import type { Person } from './sessions.ts';

/** Seconds. */
const invitationLifetime = 7 * 24 * 60 * 60;
const usesOfLink = 400;

export type Invitation = { workspaceId: string; tokenHash: string };

/** Who invites, into what, and how they are reached. */
export type Inviter = Person & { db: ShardDb; origin: string };

export type InvitedByMail = { email: string } & ({ link: string; delivery: Delivery } | { error: ErrorCode });

/** Makes an invitation and gives its link. One for an address is good for one use, one for nobody in particular for 400. */
export async function doInvite(inviter: Inviter, email: string | null, role: Role, now: number): Promise<string> {
  const { workspaceId, userId, db, origin } = inviter;
  const token = newOpaqueToken(workspaceId);
  const created = Math.floor(now / 1000);
  await db.insert(invitations).values({
    workspaceId,
    tokenHash: await hashToken(token),
    email,
    role,
    inviter: userId,
    created,
    expires: created + invitationLifetime,
    usesLeft: email === null ? usesOfLink : 1,
  });
  return `${origin}/join/${token}`;
}

/** Invites each address by mail, except those of people who are in already. Refuses all with `too_many_attempts`. */
export async function doInviteByMail(
  env: Env,
  inviter: Inviter,
  emails: readonly string[],
  role: Role,
  now: number,
): Promise<InvitedByMail[]> {
  const { workspaceId, userId, db } = inviter;
  await requireAttempt(openDirectory(env), 'invitationsOfWorkspace', workspaceId, now, emails.length);
  const known = await db
    .select({ email: users.email, deactivated: users.deactivated })
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), inArray(users.email, [...emails])));
  const standing = new Map(known.map((user) => [user.email, user.deactivated]));
  const names = await inviterNames(db, workspaceId, userId);
  const invite = async (email: string): Promise<InvitedByMail> => {
    const isDeactivated = standing.get(email);
    if (isDeactivated !== undefined)
      return { email, error: isDeactivated ? 'account_inactive' : 'already_in_workspace' };
    const link = await doInvite(inviter, email, role, now);
    const mail = { to: email, ...invitationMail(names.workspace, names.inviter, link) };
    try {
      return { email, link, delivery: await deliver(env, { ...mail, line: `invitation for ${email}: ${link}` }) };
    } catch (error) {
      if (error instanceof AppError) return { email, error: error.code };
      throw error;
    }
  };
  return Promise.all([...new Set(emails)].map(invite));
}

/** What an invitation's page shows; refuses with `invitation_not_found`, also for one that is used up or over. */
export async function accessInvitation(env: Env, token: string, now: number) {
  const { db, workspaceId, tokenHash } = await accessInvitationPlace(env, token);
  const [row] = await db
    .select({
      workspace: { id: workspaces.id, name: workspaces.name, domain: workspaces.domain },
      inviter: users.profile,
      email: invitations.email,
    })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .innerJoin(users, and(eq(users.workspaceId, invitations.workspaceId), eq(users.id, invitations.inviter)))
    .where(isUsable({ workspaceId, tokenHash }, now));
  if (!row) throw new AppError('invitation_not_found');
  return { ...row, inviter: row.inviter.real_name };
}

/** Where a token leads, whether or not it can still be used; refuses with `invitation_not_found`. */
export async function accessInvitationPlace(env: Env, token: string): Promise<Invitation & { db: ShardDb }> {
  const workspaceId = getTokenWorkspace(token);
  const db = workspaceId && (await getShard(env, workspaceId));
  if (!workspaceId || !db) throw new AppError('invitation_not_found');
  return { db, workspaceId, tokenHash: await hashToken(token) };
}

export function isUsable({ workspaceId, tokenHash }: Invitation, now: number) {
  return and(
    eq(invitations.workspaceId, workspaceId),
    eq(invitations.tokenHash, tokenHash),
    isNull(invitations.revoked),
    gt(invitations.usesLeft, 0),
    gt(invitations.expires, Math.floor(now / 1000)),
  );
}

async function inviterNames(db: ShardDb, workspaceId: string, userId: string) {
  const [row] = await db
    .select({ workspace: workspaces.name, profile: users.profile })
    .from(users)
    .innerJoin(workspaces, eq(workspaces.id, users.workspaceId))
    .where(and(eq(users.workspaceId, workspaceId), eq(users.id, userId)));
  if (!row) throw new AppError('user_not_found');
  return { workspace: row.workspace, inviter: row.profile.real_name };
}
