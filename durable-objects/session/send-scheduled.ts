import { and, eq } from 'drizzle-orm';
import { users, workspaces } from '../../migrations/shard/schema.ts';
import { accessShard } from '../../migrations/shards.ts';
import { refuse, type ErrorCode } from '../../shared/errors.ts';
import { inParallel } from '../../shared/in-parallel.ts';
import type { Viewer } from '../channel/context.ts';
import { channelOf } from '../channel/stub.ts';
import { viewerOf } from '../channel/viewer.ts';
import { addActivity } from './activity.ts';
import type { Duty } from './duties.ts';
import { inTime } from '../storage/in-time.ts';
import type { Person } from './person.ts';
import { dropRow, getRow, toScheduled, type ScheduledRow } from './scheduled.ts';

/** How many are posted in one run; the others follow in the next. */
const batch = 50;
const channelsAtOnce = 10;
/** How long one waits whose channel did not answer, at first and at most. Milliseconds. */
const firstRetry = 5_000;
const longestRetry = 300_000;

/** Not a word on the message: it is posted later. */
const passing: ReadonlySet<ErrorCode> = new Set(['ratelimited', 'internal_error', 'service_unavailable']);

/**
 * Posts what is due, as the person and with the role that they have now, in each channel in the order of its times. The
 * channel knows a repeat by its client id, so a crash between posting and forgetting does no harm, and neither do two alarms.
 */
export const scheduledDuty: Duty = {
  name: 'scheduled',
  next: (sql) =>
    sql.exec<{ next: number | null }>('SELECT min(next) AS next FROM scheduled WHERE next IS NOT NULL').one().next,
  async run(person) {
    const due = person.sql
      .exec<{ id: string; channel: string }>(
        'SELECT id, channel FROM scheduled WHERE next <= ? ORDER BY next, id LIMIT ?',
        person.now(),
        batch,
      )
      .toArray();
    if (due.length === 0) return;
    // Rejects when the directory does not answer: then none is posted, and the alarm comes back.
    const viewer = await fetchViewer(person);
    const byChannel = Map.groupBy(due, ({ channel }) => channel);
    await inParallel([...byChannel.values()], channelsAtOnce, async (rows) => {
      for (const { id } of rows) await send(person, id, viewer);
    });
  },
};

/** Null: they cannot use the workspace any more. */
async function fetchViewer({ env, workspaceId, userId }: Person): Promise<Viewer | null> {
  const db = await accessShard(env, workspaceId);
  const [row] = await db
    .select({ role: users.role, deactivated: users.deactivated, policies: workspaces.policies })
    .from(users)
    .innerJoin(workspaces, eq(workspaces.id, users.workspaceId))
    .where(and(eq(users.workspaceId, workspaceId), eq(users.id, userId)));
  return row && !row.deactivated ? viewerOf({ userId, ...row }) : null;
}

async function send(person: Person, id: string, viewer: Viewer | null): Promise<void> {
  const { sql, env, workspaceId, userId } = person;
  // It may have been deleted, changed or sent while others were.
  const row = getRow(sql, id);
  if (!row || row.next === null || row.next > person.now()) return;
  const { channel: channelId, content, threadTs, broadcast } = toScheduled(row);
  const channel = channelOf(env, workspaceId, channelId);
  const clientMsgId = `scheduled-${id}`;
  const draft = { ...content, threadTs: threadTs ?? undefined, broadcast, clientMsgId };
  try {
    if (viewer) sql.exec('UPDATE scheduled SET attempted = 1 WHERE id = ?', id);
    const posted = viewer ? await inTime(channel.post(viewer, draft)) : refuse('account_inactive');
    // Whoever may not post any more is told so before a repeat would be recognised.
    const isPosted = posted.ok || (row.attempted === 1 && (await inTime(channel.hasPosted(userId, clientMsgId))));
    if (isPosted) return person.change(() => dropRow(person, id));
    if (!passing.has(posted.error)) return fail(person, row, posted.error);
    // Refused for now, and so certainly not posted.
    retryLater(person, row, { attempted: 0, wait: Math.ceil((posted.retryAfter ?? 0) * 1000) });
  } catch (error) {
    console.error({
      message: 'a scheduled message was not sent',
      workspaceId,
      channel: channelId,
      id,
      error: String(error),
    });
    retryLater(person, row, { attempted: 1, wait: 0 });
  }
}

/** It stays, with its error, for the person to see and to change. */
function fail(person: Person, row: ScheduledRow, error: ErrorCode): void {
  person.change(() => {
    person.sql.exec('UPDATE scheduled SET next = NULL, attempted = 0, error = ? WHERE id = ?', error, row.id);
    const thread = row.thread_ts === null ? {} : { thread_ts: row.thread_ts };
    const id = `unscheduled.${row.id}.${row.post_at}`;
    addActivity(person, [{ id, kind: 'unscheduled', channel: row.channel, ...thread, text: error, at: person.now() }]);
    person.push({ type: 'stale', what: 'scheduled' });
  });
}

function retryLater(
  person: Person,
  { id, tries }: ScheduledRow,
  { attempted, wait }: { attempted: 0 | 1; wait: number },
) {
  const next = person.now() + Math.max(wait, Math.min(longestRetry, firstRetry * 2 ** Math.min(tries, 10)));
  person.sql.exec('UPDATE scheduled SET next = ?, tries = tries + 1, attempted = ? WHERE id = ?', next, attempted, id);
  person.ringBy(next);
}
