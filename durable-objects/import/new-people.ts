import { and, eq, or, sql as sqlText } from 'drizzle-orm';
import { users } from '../../migrations/shard/schema.ts';
import type { PlannedUser } from '../../shared/slack-export/plan.ts';
import { candidates } from '../../shared/names.ts';
import type { Job } from './job.ts';
import type { NamedProblem } from './problems.ts';
import { runAll } from './run-all.ts';
import { newUserRow, type UserRow } from './user-row.ts';

/**
 * Adds people of whom nobody was known. `elsewhere`: who joined with the same address in this very moment, by the id of
 * the export. May be repeated.
 */
export async function addPeople(
  job: Job,
  planned: readonly PlannedUser[],
): Promise<{ elsewhere: Map<string, string>; problems: NamedProblem[] }> {
  const elsewhere = new Map<string, string>();
  const problems: NamedProblem[] = [];
  for (const row of await addRows(
    job,
    planned.map((user) => newUserRow(user, job, seconds())),
  )) {
    const added = await addUnderOtherName(job, row);
    if (added.id !== row.id) elsewhere.set(row.id, added.id);
    else if (added.name !== row.name) {
      const detail = `The name ${row.name} is taken, so ${row.id} is ${added.name} here.`;
      problems.push({ code: 'renamed_user', where: 'users.json', detail });
    }
  }
  return { elsewhere, problems };
}

/** Adds the rows whose names and addresses are free, and returns the others; those that are there are fine. */
export async function addRows({ db, workspaceId, importer }: Job, rows: readonly UserRow[]): Promise<UserRow[]> {
  const isReplaceable = and(
    sqlText`json_extract(${users.profile}, '$.is_placeholder') = 1`,
    importer.role === 'owner' ? undefined : eq(users.importedBy, importer.userId),
  );
  await runAll(
    db,
    rows.flatMap((row) => [
      ...(row.profile['is_placeholder'] === true
        ? []
        : [db.delete(users).where(and(eq(users.workspaceId, workspaceId), eq(users.id, row.id), isReplaceable))]),
      db.insert(users).values(row).onConflictDoNothing(),
    ]),
  );
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const present = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), sqlText`${users.id} IN (SELECT value FROM json_each(${ids}))`));
  const known = new Set(present.map(({ id }) => id));
  return rows.filter(({ id }) => !known.has(id));
}

/** The row as it is there now: under the first free name, or somebody else's who has the address. */
export async function addUnderOtherName({ db, workspaceId }: Job, row: UserRow): Promise<{ id: string; name: string }> {
  for (const name of candidates(row.name)) {
    await db
      .insert(users)
      .values({ ...row, name })
      .onConflictDoNothing();
    const sameEmail = row.email ? eq(users.email, row.email) : undefined;
    const [found] = await db
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(and(eq(users.workspaceId, workspaceId), or(eq(users.id, row.id), sameEmail)));
    if (found) return found;
  }
  throw new Error('handles do not run out');
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
