import { and, eq } from 'drizzle-orm';
import { channels } from '../../migrations/shard/schema.ts';
import type { PlannedChannel } from '../../shared/slack-export/plan.ts';
import { isDirect } from '../../shared/channel.ts';
import { ChannelName } from '../../shared/channel-name.ts';
import { candidates } from '../../shared/names.ts';
import type { ChannelSpec } from '../channel/create.ts';
import { getMappedPlan, lookAgain, parseDay, type ImportChannelRow } from './channel-row.ts';
import type { Job } from './job.ts';
import { addPlaceholders, unknownAmong } from './placeholders.ts';
import { addProblems } from './problems.ts';

/** Leaves room within 80 characters for a number that makes it unique. */
const maxBaseName = 69;

/**
 * Makes the channel, without members so far: the directory row reserves the name, then the object itself says that it is
 * there. One that exists is only asked whether anybody is in it.
 */
export async function createChannel(job: Job, row: ImportChannelRow): Promise<void> {
  const { sql, storage } = job;
  const plan = getMappedPlan(sql, row);
  await addPlaceholders(job, unknownAmong(sql, peopleOf(plan)));
  const spec = specOf(job, row, plan);
  const { name, importedBy } = await reserve(job, spec, plan);
  // Somebody else's import made it since this one looked.
  if (row.is_new === 1 && importedBy !== job.importer.userId) return lookAgain(sql, row);
  const { channel } = await job.channel(spec.id).create({ ...spec, name });
  storage.transactionSync(() => {
    sql.exec(
      "UPDATE channels SET state = 'created', name = ?, kind = ? WHERE position = ?",
      // A private channel's new name is its members' to know.
      row.is_new === 1 || channel.kind === 'public' ? channel.name : row.name,
      channel.kind,
      row.position,
    );
    if (row.is_new === 1 && channel.name !== plan.name) {
      const detail = `${plan.name} is ${channel.name} here: the name is taken, or not one that a channel can have.`;
      addProblems(sql, [{ code: 'renamed_channel', where: plan.name, detail }]);
    }
  });
}

/** Whom the channel itself names. They may be in no list, and the people of a direct message are all that it has. */
function peopleOf({ creator, topic, purpose, members }: PlannedChannel): string[] {
  return [creator, topic.creator, purpose.creator, ...members];
}

function specOf({ sql, importer }: Job, row: ImportChannelRow, plan: PlannedChannel): ChannelSpec {
  return {
    id: row.target ?? row.id,
    name: plan.name,
    kind: plan.kind,
    isGeneral: plan.isGeneral,
    isArchived: plan.isArchived && !plan.isGeneral,
    creator: plan.creator || plan.members[0] || (plan.kind === 'im' ? '' : importer.userId),
    created: plan.created || Math.floor((getFirstDay(sql, row) ?? Date.now()) / 1000),
    members: [],
    topic: plan.topic,
    purpose: plan.purpose,
    previousNames: plan.previousNames,
  };
}

/** When the first day file begins, in milliseconds; null when there is none. */
function getFirstDay(sql: SqlStorage, { position }: ImportChannelRow): number | null {
  const rows = sql.exec<{ entry: string }>(
    'SELECT entry FROM days WHERE channel = ? ORDER BY position LIMIT 1',
    position,
  );
  const [first] = rows.toArray();
  if (!first) return null;
  return Date.parse(parseDay(first.entry).date);
}

type Reserved = { name: string; importedBy: string | null };

/** The name under which the directory lists the channel from now on, or did before, and whose import made it. */
async function reserve({ db, workspaceId, importer }: Job, spec: ChannelSpec, plan: PlannedChannel): Promise<Reserved> {
  const { id, kind, isGeneral, isArchived = false, creator, created } = spec;
  const { topic, purpose } = plan;
  const facts = { workspaceId, id, kind, isGeneral, isArchived, creator, created, topic, purpose };
  const row = { ...facts, isImported: true, importedBy: importer.userId, awaitsPeople: true };
  for (const name of namesFor(plan)) {
    await db
      .insert(channels)
      .values({ ...row, name })
      .onConflictDoNothing();
    const [listed] = await db
      .select({ name: channels.name, importedBy: channels.importedBy })
      .from(channels)
      .where(and(eq(channels.workspaceId, workspaceId), eq(channels.id, id)));
    if (listed) return listed;
  }
  throw new Error('names do not run out');
}

/** The name itself, or one like it; conversations that are not listed by name may have any. */
function namesFor({ kind, name, id }: PlannedChannel): Iterable<string> {
  if (isDirect(kind)) return [name.slice(0, 80)];
  if (ChannelName.safeParse(name).success && name.length <= maxBaseName) return candidates(name.normalize('NFC'));
  const valid = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_-]+/gu, '-')
    .slice(0, maxBaseName);
  return candidates(ChannelName.safeParse(valid).success ? valid : id.toLowerCase());
}
