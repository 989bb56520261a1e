import { and, eq, type SQL } from 'drizzle-orm';
import { channels } from '../../migrations/shard/schema.ts';
import type { ChannelKind } from '../../shared/channel.ts';
import type { Job } from './job.ts';
import { finishChannel, parsePlan, setChannelState, type ImportChannelRow } from './channel-row.ts';
import { addProblems, type NamedProblem } from './problems.ts';

type Here = { id: string; kind: ChannelKind; isImported: boolean };

/**
 * Decides which channel of the workspace this one is, before anything is written there: the general channel is the
 * workspace's; another keeps its id, and if that is here already, an earlier import brought it.
 */
export async function placeChannel(job: Job, row: ImportChannelRow): Promise<void> {
  const { sql, storage } = job;
  const { isGeneral } = parsePlan(row);
  const general = isGeneral ? await getChannel(job, eq(channels.isGeneral, true)) : null;
  const here = general ?? (await getChannel(job, eq(channels.id, row.id)));
  const refusal = here && !general ? getRefusal(here, row) : null;
  storage.transactionSync(() => {
    if (refusal) {
      addProblems(sql, [refusal]);
      return finishChannel(sql, row);
    }
    sql.exec(
      'UPDATE channels SET target = ?, is_new = ? WHERE position = ?',
      here?.id ?? row.id,
      here ? 0 : 1,
      row.position,
    );
    setChannelState(sql, row, 'placed');
  });
}

async function getChannel({ db, workspaceId }: Job, isWanted: SQL): Promise<Here | null> {
  const [row] = await db
    .select({ id: channels.id, kind: channels.kind, isImported: channels.isImported })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), isWanted));
  return row ?? null;
}

/**
 * Why nothing of the export is to go into the channel that has its id here: a made-up export must not write into a channel
 * that whoever imports is not in; and what was said among few must not be read by more.
 */
function getRefusal(here: Here, { id, name, kind }: ImportChannelRow): NamedProblem | null {
  const where = name || id;
  if (!here.isImported) {
    const detail = `A channel that no import brought has the id ${id} here. Nothing of this one was imported.`;
    return { code: 'id_taken', where, detail };
  }
  if (here.kind !== 'public' || kind === 'public') return null;
  const detail = `${where} is public here and was not in the export. Nothing of it was imported.`;
  return { code: 'more_open_here', where, detail };
}
