import { and, eq, exists, isNull, or, sql } from 'drizzle-orm';
import { addresses } from '../../migrations/directory/schema.ts';
import { invitations, users } from '../../migrations/shard/schema.ts';
import { AppError } from '../../shared/errors.ts';
import type { Role } from '../../shared/user.ts';
import { openDirectory, type ShardDb } from '../../migrations/shards.ts';
import { doJoinGeneral } from './general-channel.ts';
import { accessInvitationPlace, isUsable, type Invitation } from './invitations.ts';
import { candidates, handleOf } from '../../shared/names.ts';
import { newUserRow, type NewPerson } from './people.ts';
import type { Person } from './sessions.ts';

type Standing = { id: string; role: Role; deactivated: boolean; invitedWith: string | null };

/**
 * Takes up an invitation. The person's row and the use of the invitation are one transaction; the rest can be repeated, so
 * whoever did not hear the answer tries again and comes in as who they already are. So does whoever could sign in anyway.
 * Refuses with `invitation_not_found` or `account_inactive`.
 */
export async function doJoin(env: Env, token: string, person: NewPerson, now: number): Promise<Person> {
  const { db, ...invitation } = await accessInvitationPlace(env, token);
  const { workspaceId } = invitation;
  await requireInvitationFor(db, invitation, person.email);
  const user = (await getStanding(db, workspaceId, person.email)) ?? (await addPerson(db, invitation, person, now));
  if (user.deactivated) throw new AppError('account_inactive');
  const joined = { workspaceId, userId: user.id };
  if (user.invitedWith !== invitation.tokenHash && !(await canSignIn(env, joined, person.email))) {
    await takeUse(db, invitation, user.id, now);
  }
  await doJoinGeneral(env, db, joined, user.role);
  // Last: from here on the address can sign in.
  await openDirectory(env)
    .insert(addresses)
    .values({ email: person.email, ...joined })
    .onConflictDoNothing();
  return joined;
}

/** That there was such an invitation, for this address or for anybody, if used up, over or revoked by now. */
async function requireInvitationFor(db: ShardDb, { workspaceId, tokenHash }: Invitation, email: string): Promise<void> {
  const [row] = await db
    .select({ hash: invitations.tokenHash })
    .from(invitations)
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        eq(invitations.tokenHash, tokenHash),
        or(isNull(invitations.email), eq(invitations.email, email)),
      ),
    );
  if (!row) throw new AppError('invitation_not_found');
}

async function getStanding(db: ShardDb, workspaceId: string, email: string): Promise<Standing | null> {
  const [row] = await db
    .select({ id: users.id, role: users.role, deactivated: users.deactivated, invitedWith: users.invitedWith })
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), eq(users.email, email)));
  return row ?? null;
}

async function canSignIn(env: Env, { workspaceId, userId }: Person, email: string): Promise<boolean> {
  const rows = await openDirectory(env)
    .select({ email: addresses.email })
    .from(addresses)
    .where(and(eq(addresses.email, email), eq(addresses.workspaceId, workspaceId), eq(addresses.userId, userId)));
  return rows.length > 0;
}

/**
 * Somebody who stands here and could not sign in so far (a guest of an import, say) uses the invitation up as a newcomer
 * does: noted at the person and taken off the invitation, both or neither. Refuses with `invitation_not_found`.
 */
async function takeUse(db: ShardDb, invitation: Invitation, userId: string, now: number): Promise<void> {
  const { workspaceId, tokenHash } = invitation;
  const isPerson = and(eq(users.workspaceId, workspaceId), eq(users.id, userId));
  const usable = db.select({ hash: invitations.tokenHash }).from(invitations).where(isUsable(invitation, now));
  await db.batch([
    db
      .update(users)
      .set({ invitedWith: tokenHash })
      .where(and(isPerson, sql`${users.invitedWith} IS NOT ${tokenHash}`, exists(usable))),
    // Of the statement before: a second try at the same moment takes no second use.
    db
      .update(invitations)
      .set({ usesLeft: sql`${invitations.usesLeft} - 1` })
      .where(and(isUsable(invitation, now), sql`changes() = 1`)),
  ]);
  const [row] = await db.select({ invitedWith: users.invitedWith }).from(users).where(isPerson);
  if (row?.invitedWith !== tokenHash) throw new AppError('invitation_not_found');
}

async function addPerson(db: ShardDb, invitation: Invitation, person: NewPerson, now: number): Promise<Standing> {
  for (const name of candidates(handleOf(person.email))) {
    await tryToAdd(db, invitation, person, name, now);
    const added = await getStanding(db, invitation.workspaceId, person.email);
    if (added) return added;
    await requireUsable(db, invitation, now);
    // The invitation is good, so it was the handle that is somebody else's.
  }
  throw new Error('handles do not run out');
}

/**
 * Adds the person if the invitation is usable and the handle free, and then takes one use off the invitation: both or
 * neither, whoever else does the same at this moment.
 */
async function tryToAdd(
  db: ShardDb,
  invitation: Invitation,
  person: NewPerson,
  name: string,
  now: number,
): Promise<void> {
  const row = newUserRow(person, invitation.workspaceId, 'member', now);
  const isAdded = sql`EXISTS (SELECT 1 FROM ${users} WHERE workspace_id = ${row.workspaceId} AND id = ${row.id})`;
  await db.batch([
    db
      .insert(users)
      .select(
        db
          .select({
            workspaceId: sql`${row.workspaceId}`.as('workspace_id'),
            id: sql`${row.id}`.as('id'),
            name: sql`${name}`.as('name'),
            email: sql`${row.email}`.as('email'),
            role: invitations.role,
            deactivated: sql`0`.as('deactivated'),
            isBot: sql`0`.as('is_bot'),
            tz: sql`${row.tz}`.as('tz'),
            profile: sql`${JSON.stringify(row.profile)}`.as('profile'),
            updated: sql`${row.updated}`.as('updated'),
            importedBy: sql`NULL`.as('imported_by'),
            invitedWith: invitations.tokenHash,
          })
          .from(invitations)
          .where(isUsable(invitation, now)),
      )
      .onConflictDoNothing(),
    db
      .update(invitations)
      .set({ usesLeft: sql`${invitations.usesLeft} - 1` })
      .where(and(isUsable(invitation, now), isAdded)),
  ]);
}

async function requireUsable(db: ShardDb, invitation: Invitation, now: number): Promise<void> {
  const [row] = await db.select({ hash: invitations.tokenHash }).from(invitations).where(isUsable(invitation, now));
  if (!row) throw new AppError('invitation_not_found');
}
