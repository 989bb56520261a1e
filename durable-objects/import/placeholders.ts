import { UserId } from '../../shared/ids.ts';
import type { UnknownUser } from '../../shared/slack-export/people-in-message.ts';
import type { Job } from './job.ts';
import { addRows, addUnderOtherName } from './new-people.ts';
import { placeholderRow } from './user-row.ts';

/** Slack's own voice, which no list names and nobody is. */
const slackbot = 'USLACKBOT';

export function isKnownUser(sql: SqlStorage, id: string): boolean {
  return sql.exec('SELECT 1 FROM users WHERE id = ?', id).toArray().length > 0;
}

/** Of the ids, those that could be people and are not known. */
export function unknownAmong(sql: SqlStorage, ids: Iterable<string>): UnknownUser[] {
  return [...new Set(ids)]
    .filter((id) => id !== slackbot && UserId.safeParse(id).success && !isKnownUser(sql, id))
    .map((id) => ({ id, name: '', realName: '', image: '' }));
}

/** Stands in for people whom no list names, so that what they wrote has an author. They are deactivated. */
export async function addPlaceholders(job: Job, unknown: readonly UnknownUser[]): Promise<void> {
  if (unknown.length === 0) return;
  const { sql, storage, workspaceId } = job;
  const now = Math.floor(Date.now() / 1000);
  const rows = unknown.map((user) => placeholderRow(user, workspaceId, now));
  for (const row of await addRows(job, rows)) await addUnderOtherName(job, row);
  storage.transactionSync(() => {
    for (const { id } of unknown) {
      sql.exec("INSERT OR IGNORE INTO users (id, target, outcome, done) VALUES (?, ?, 'placeholder', 1)", id, id);
    }
  });
}
