import { and, eq, ne, sql as sqlText } from 'drizzle-orm';
import { users } from '../../migrations/shard/schema.ts';
import { slackbotId, UserId } from '../../shared/ids.ts';
import type { UnknownUser } from '../../shared/slack-export/people-in-message.ts';
import type { Job } from './job.ts';
import { addRows, addUnderOtherName } from './new-people.ts';
import { placeholderRow } from './user-row.ts';

export function isKnownUser(sql: SqlStorage, id: string): boolean {
  return sql.exec('SELECT 1 FROM users WHERE id = ?', id).toArray().length > 0;
}

/** Of the ids, those that could be people and are not known. Slack's own voice nobody is. */
export function unknownAmong(sql: SqlStorage, ids: Iterable<string>): UnknownUser[] {
  return [...new Set(ids)]
    .filter((id) => id !== slackbotId && UserId.safeParse(id).success && !isKnownUser(sql, id))
    .map((id) => ({ id, name: '', realName: '', image: '' }));
}

/** Stands in for people whom no list names, so that what they wrote has an author. They are deactivated. */
export async function addPlaceholders(job: Job, unknown: readonly UnknownUser[]): Promise<void> {
  if (unknown.length === 0) return;
  const { sql, storage } = job;
  const now = Math.floor(Date.now() / 1000);
  const rows = unknown.map((user) => placeholderRow(user, job, now));
  for (const row of await addRows(job, rows)) await addUnderOtherName(job, row);
  await disownPlaceholders(
    job,
    unknown.map(({ id }) => id),
  );
  storage.transactionSync(() => {
    for (const { id } of unknown) {
      sql.exec("INSERT OR IGNORE INTO users (id, target, outcome, done) VALUES (?, ?, 'placeholder', 1)", id, id);
    }
  });
}

/**
 * These are named by this import too: no administrator's import may say any more who they are, or it would open what this
 * one brings. Only an owner's may.
 */
export async function disownPlaceholders({ db, workspaceId, importer }: Job, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(users)
    .set({ importedBy: null })
    .where(
      and(
        eq(users.workspaceId, workspaceId),
        // As one JSON text: a statement takes at most a hundred parameters.
        sqlText`${users.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
        ne(users.importedBy, importer.userId),
      ),
    );
}
