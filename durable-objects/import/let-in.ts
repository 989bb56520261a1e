import { claimPeople } from '../../migrations/direct-people.ts';
import { findActivePeople } from '../../migrations/active-people.ts';
import type { PlannedChannel } from '../../shared/slack-export/plan.ts';
import { isDirect } from '../../shared/channel.ts';
import { breathe } from './breathe.ts';
import { finishChannel, getMappedPlan, type ImportChannelRow } from './channel-row.ts';
import { closeDoor } from './close-door.ts';
import type { Job } from './job.ts';
import { addProblems, type NamedProblem } from './problems.ts';

/** The channel tells each person's session, and the directory, before it answers: two calls a person. */
const batchSize = 20;

/**
 * Lets the channel's people in: after its messages, so that nobody finds years of history unread, and a private channel is
 * seen by nobody before.
 */
export async function letPeopleIn(job: Job, row: ImportChannelRow): Promise<void> {
  const { sql, storage } = job;
  const { members, problem } = row.admits === 1 ? await membersOf(job, row) : { members: [], problem: null };
  const id = row.target ?? row.id;
  const channel = job.channel(id);
  // Before anybody is in.
  if (members.length > 0) await closeDoor(job, id);
  for (let start = 0; start < members.length; start += batchSize) {
    await channel.importHistory({ messages: [], pins: [], members: members.slice(start, start + batchSize) });
    await breathe();
  }
  if (members.length > 0 && isDirect(getMappedPlan(sql, row).kind)) {
    await claimPeople(job.db, job.workspaceId, id, members);
  }
  storage.transactionSync(() => {
    if (problem) addProblems(sql, [problem]);
    finishChannel(sql, row);
  });
}

type Members = { members: string[]; problem: NamedProblem | null };

/**
 * Direct messages keep their people, whoever they are: they have nothing else. Out of a channel, somebody whose account
 * was closed is gone, as when it is closed here.
 */
async function membersOf(job: Job, row: ImportChannelRow): Promise<Members> {
  const plan = getMappedPlan(job.sql, row);
  const where = row.name || row.id;
  if (isDirect(plan.kind)) {
    const detail = `The export does not say between whom ${where} was, so nobody can see it.`;
    const isSeen = plan.members.length > 0;
    return { members: plan.members, problem: isSeen ? null : { code: 'nobody_left', where, detail } };
  }
  const members = [...(await findActivePeople(job.db, job.workspaceId, plan.members))];
  if (members.length > 0 || plan.kind !== 'private') return { members, problem: null };
  return { members: [job.importer.userId], problem: plan.isUnlisted ? null : onlyImporter(where, plan) };
}

function onlyImporter(where: string, { members }: PlannedChannel): NamedProblem {
  const whom = members.length === 0 ? 'The export names no members' : 'Everybody in it has left the workspace';
  const detail = `${whom} of this private channel, so you are its only member now and can let others in.`;
  return { code: 'nobody_left', where, detail };
}
