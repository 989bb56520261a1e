import { and, eq, or, sql as sqlText } from 'drizzle-orm';
import { addresses } from '../../migrations/directory/schema.ts';
import { users } from '../../migrations/shard/schema.ts';
import { PlannedUser } from '../../shared/slack-export/plan.ts';
import type { Role } from '../../shared/user.ts';
import type { Job } from './job.ts';
import { advance } from './job-row.ts';
import { addPeople } from './new-people.ts';
import { disownPlaceholders } from './placeholders.ts';
import { addProblems, type NamedProblem } from './problems.ts';
import { runAll } from './run-all.ts';
import { roleHere } from './user-row.ts';

/** People a step: a few queries for all of them. */
const batchSize = 50;

/** Who of the export somebody of the workspace is: decided once, so that a step that is repeated decides the same. */
type Decided = { user: PlannedUser; target: string; outcome: 'created' | 'matched' | 'present' };

/**
 * Brings in the next people. Somebody keeps the id that they have in Slack; whoever is here already, by that id or by
 * their address, is who they are.
 */
export async function takePeople(job: Job): Promise<void> {
  const { sql, storage } = job;
  const batch = sql
    .exec<{ plan: string; target: string | null; outcome: Decided['outcome'] | null }>(
      'SELECT plan, target, outcome FROM users WHERE done = 0 ORDER BY position LIMIT ?',
      batchSize,
    )
    .toArray()
    .map(({ plan, ...decided }) => ({ user: parseUser(plan), ...decided }));
  const standing = await findStanding(
    job,
    batch.map(({ user }) => user),
  );
  const decided = batch.map(({ user, target, outcome }) =>
    target !== null && outcome !== null ? { user, target, outcome } : decide(job, user, standing),
  );
  storage.transactionSync(() => decided.forEach((decision) => keepDecision(sql, decision)));

  const created = decided.filter(({ outcome }) => outcome === 'created').map(({ user }) => user);
  const { elsewhere, problems } = await addPeople(job, created);
  const withheld = decided.filter((decision) => isWithheld(decision, standing)).map(({ user }) => user);
  await disownPlaceholders(
    job,
    withheld.map(({ id }) => id),
  );
  await addAddresses(
    job,
    decided.map(({ user }) => user),
  );
  storage.transactionSync(() => {
    for (const [id, target] of elsewhere) keepDecision(sql, { user: { id }, target, outcome: 'matched' });
    for (const { user } of decided) sql.exec('UPDATE users SET done = 1 WHERE id = ?', user.id);
    const differences = created.flatMap((user) => differencesOf(user, job.importer.role));
    addProblems(sql, [...problems, ...differences, ...withheld.map(leftOut)]);
    const left = sql.exec('SELECT 1 FROM users WHERE done = 0 LIMIT 1').toArray().length;
    if (left === 0) advance(sql, 'people', 'channels');
  });
}

type Standing = { id: string; email: string | null; isPlaceholder: boolean; importedBy: string | null };

/** Who of the workspace these people might be. */
async function findStanding({ db, workspaceId }: Job, planned: readonly PlannedUser[]): Promise<Standing[]> {
  const ids = planned.map(({ id }) => id);
  const emails = planned.flatMap(({ email }) => email ?? []);
  const rows = await db
    .select({ id: users.id, email: users.email, profile: users.profile, importedBy: users.importedBy })
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), or(inList(users.id, ids), inList(users.email, emails))));
  return rows.map(({ profile, ...row }) => ({ ...row, isPlaceholder: profile['is_placeholder'] === true }));
}

/** As one JSON text: a statement takes at most a hundred parameters. */
function inList(column: typeof users.id | typeof users.email, values: readonly string[]) {
  return sqlText`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
}

function decide({ importer }: Job, user: PlannedUser, standing: readonly Standing[]): Decided {
  const byId = standing.find(({ id }) => id === user.id);
  if (byId) {
    // Only stood in for, by an import that had no list of people: here they are, if they are the importer's to name.
    const isTakenOver = byId.isPlaceholder && (importer.role === 'owner' || byId.importedBy === importer.userId);
    return { user, target: user.id, outcome: isTakenOver ? 'created' : 'present' };
  }
  const byEmail = user.email === null ? undefined : standing.find(({ email }) => email === user.email);
  if (byEmail) return { user, target: byEmail.id, outcome: 'matched' };
  return { user, target: user.id, outcome: 'created' };
}

/** Stood in for, and not the importer's to name: whoever says who they are reads what was written to them. */
function isWithheld({ user, outcome }: Decided, standing: readonly Standing[]): boolean {
  return outcome === 'present' && standing.some(({ id, isPlaceholder }) => isPlaceholder && id === user.id);
}

function leftOut({ id, realName }: PlannedUser): NamedProblem {
  const detail = `The id of ${realName} (${id}) is not free for an import of yours. They were not imported.`;
  return { code: 'id_taken', where: 'users.json', detail };
}

function keepDecision(
  sql: SqlStorage,
  { user, target, outcome }: Omit<Decided, 'user'> & { user: Pick<PlannedUser, 'id'> },
): void {
  sql.exec('UPDATE users SET target = ?, outcome = ? WHERE id = ?', target, outcome, user.id);
}

/**
 * From here on these people can sign in. A guest cannot: there are no guests here yet, and as a member they would see
 * more than they did; once an administrator invites them, they come in as who they were.
 */
async function addAddresses({ db, directory, workspaceId }: Job, planned: readonly PlannedUser[]): Promise<void> {
  const welcome = new Map(
    planned.flatMap(({ id, email, deleted, isBot, isGuest }) =>
      email === null || deleted || isBot || isGuest ? [] : [[id, email]],
    ),
  );
  const rows = await db
    .select({ userId: users.id, email: users.email })
    .from(users)
    .where(
      and(eq(users.workspaceId, workspaceId), eq(users.deactivated, false), inList(users.id, [...welcome.keys()])),
    );
  const entries = rows.flatMap(({ userId, email }) =>
    // Whoever has another address by now signs in with that.
    email !== null && welcome.get(userId) === email ? [{ workspaceId, userId, email }] : [],
  );
  await runAll(
    directory,
    entries.map((entry) => directory.insert(addresses).values(entry).onConflictDoNothing()),
  );
}

/** What is other than it was in Slack, for the report. */
function differencesOf(user: PlannedUser, importerRole: Role): NamedProblem[] {
  if (user.deleted) return [];
  const who = `${user.realName} (${user.id})`;
  const role = roleHere(user, importerRole);
  const where = 'users.json';
  const differences: NamedProblem[] = [];
  if (user.isGuest) {
    const detail = `${who} was a guest. They can sign in once an administrator invites them.`;
    differences.push({ code: 'guest', where, detail });
  }
  if (role !== user.role) {
    const detail = `${who} was ${user.role} in Slack and is ${role} here.`;
    differences.push({ code: 'role_not_given', where, detail });
  }
  return differences;
}

function parseUser(plan: string): PlannedUser {
  return PlannedUser.parse(JSON.parse(plan));
}
