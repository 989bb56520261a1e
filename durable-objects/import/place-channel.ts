import { and, eq } from 'drizzle-orm';
import { channels } from '../../migrations/shard/schema.ts';
import type { ChannelKind } from '../../shared/channel.ts';
import type { Job } from './job.ts';
import { finishChannel, parsePlan, setChannelState, type ImportChannelRow } from './channel-row.ts';
import { addProblems } from './problems.ts';

/**
 * Decides which channel of the workspace this one is, before anything is written there: the general channel is the
 * workspace's; another keeps its id, and if that is here already, an earlier import brought it.
 */
export async function placeChannel(job: Job, row: ImportChannelRow): Promise<void> {
  const { sql, storage } = job;
  const { isGeneral } = parsePlan(row);
  const here = (isGeneral ? await getChannel(job, eq(channels.isGeneral, true)) : null) ?? (await getById(job, row.id));
  storage.transactionSync(() => {
    if (here && isMoreOpen(here.kind, row.kind)) return refuseChannel(sql, row);
    sql.exec(
      'UPDATE channels SET target = ?, is_new = ? WHERE position = ?',
      here?.id ?? row.id,
      here ? 0 : 1,
      row.position,
    );
    setChannelState(sql, row, 'placed');
  });
}

async function getById(job: Job, id: string) {
  return getChannel(job, eq(channels.id, id));
}

async function getChannel({ db, workspaceId }: Job, isWanted: ReturnType<typeof eq>) {
  const [row] = await db
    .select({ id: channels.id, kind: channels.kind })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), isWanted));
  return row ?? null;
}

/** What was said among few must not be read by more, should a channel be private in the export and public here. */
function isMoreOpen(here: ChannelKind, inExport: ChannelKind): boolean {
  return here === 'public' && inExport !== 'public';
}

function refuseChannel(sql: SqlStorage, row: ImportChannelRow): void {
  const detail = `${row.name || row.id} is public here and was not in the export. Nothing of it was imported.`;
  addProblems(sql, [{ code: 'more_open_here', where: row.name || row.id, detail }]);
  finishChannel(sql, row);
}
