import { and, eq, type SQL } from 'drizzle-orm';
import { channels } from '../../migrations/shard/schema.ts';
import type { ChannelKind } from '../../shared/channel.ts';
import { finishChannel, parsePlan, setChannelState, type ImportChannelRow } from './channel-row.ts';
import { closeDoor } from './close-door.ts';
import type { Job } from './job.ts';
import { addProblems, type NamedProblem } from './problems.ts';

type Here = { id: string; kind: ChannelKind; isImported: boolean; importedBy: string | null; awaitsPeople: boolean };

/**
 * Decides which channel of the workspace this one is, before anything is written there: the general channel is the
 * workspace's; another keeps its id, and if that is here already, an earlier import brought it.
 */
export async function placeChannel(job: Job, row: ImportChannelRow): Promise<void> {
  const { sql, storage } = job;
  const { isGeneral } = parsePlan(row);
  const general = isGeneral ? await getChannel(job, eq(channels.isGeneral, true)) : null;
  const here = general ?? (await getChannel(job, eq(channels.id, row.id)));
  const refusal = here && !general ? getRefusal(job, here, row) : null;
  // Of the importer's own making, and left before anybody was in it, by an import that was cancelled, say.
  const isUnfinished = here?.awaitsPeople === true && here.importedBy === job.importer.userId;
  // Before anything of this import is in it.
  if (here?.awaitsPeople && !refusal && !isUnfinished) await closeDoor(job, here.id);
  storage.transactionSync(() => {
    if (refusal) {
      addProblems(sql, [refusal]);
      return finishChannel(sql, row);
    }
    sql.exec(
      'UPDATE channels SET target = ?, is_new = ?, admits = ? WHERE position = ?',
      here?.id ?? row.id,
      here ? 0 : 1,
      !here || general || isUnfinished ? 1 : 0,
      row.position,
    );
    setChannelState(sql, row, 'placed');
  });
}

async function getChannel({ db, workspaceId }: Job, isWanted: SQL): Promise<Here | null> {
  const [row] = await db
    .select({
      id: channels.id,
      kind: channels.kind,
      isImported: channels.isImported,
      importedBy: channels.importedBy,
      awaitsPeople: channels.awaitsPeople,
    })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), isWanted));
  return row ?? null;
}

/**
 * Why nothing of the export is to go into the channel that has its id here: a made-up export must not write into a channel
 * that whoever imports is not in; and what was said among few must not be read by more. That the id is not free is said
 * in the same words whatever has it.
 */
function getRefusal({ importer }: Job, here: Here, { id, name, kind }: ImportChannelRow): NamedProblem | null {
  const where = name || id;
  const isTheirs = importer.role === 'owner' || here.importedBy === importer.userId;
  if (!here.isImported || (here.kind !== 'public' && !isTheirs)) {
    const detail = `The id ${id} is not free for an import of yours. Nothing of this conversation was imported.`;
    return { code: 'id_taken', where, detail };
  }
  if (here.kind !== 'public' || kind === 'public') return null;
  const detail = `${where} is public here and was not in the export. Nothing of it was imported.`;
  return { code: 'more_open_here', where, detail };
}
