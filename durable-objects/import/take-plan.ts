import type { ExportPlan, PlannedChannel } from '../../shared/slack-export/plan.ts';
import { readPlan } from '../../shared/slack-export/read-export.ts';
import { defaultZipLimits } from '../../shared/slack-export/zip-limits.ts';
import { fitChannel, fitUsers } from './fit-plan.ts';
import type { Job } from './job.ts';
import { advance, stopJob } from './job-row.ts';
import { addProblems, type NamedProblem } from './problems.ts';

/** A file becomes text and then objects, of which an object's 128 MB must have room for all three. */
const zipLimits = { ...defaultZipLimits, maxEntrySize: 12 * 1024 * 1024 };

/** Reads what the export holds, and writes it down for the steps that follow. Refuses what is no export. */
export async function takePlan({ sql, storage, archive }: Job): Promise<void> {
  const outcome = await readPlan(archive, zipLimits);
  if (outcome.ok) storage.transactionSync(() => keepPlan(sql, outcome.plan));
  else stopJob(sql, 'failed', outcome);
}

function keepPlan(sql: SqlStorage, plan: ExportPlan): void {
  const problems: NamedProblem[] = [...plan.problems];
  for (const user of fitUsers(plan.users, problems)) {
    sql.exec('INSERT INTO users (id, plan) VALUES (?, ?)', user.id, JSON.stringify(user));
  }
  for (const [position, channel] of generalFirst(plan.channels).entries()) {
    keepChannel(sql, position, channel, problems);
  }
  addProblems(sql, problems);
  advance(sql, 'plan', 'people');
}

function keepChannel(sql: SqlStorage, position: number, channel: PlannedChannel, problems: NamedProblem[]): void {
  sql.exec(
    "INSERT INTO channels (position, id, kind, plan, state, name, day_count) VALUES (?, ?, ?, ?, 'planned', ?, ?)",
    position,
    channel.id,
    channel.kind,
    JSON.stringify(fitChannel(channel, problems)),
    channel.name.slice(0, 200),
    channel.days.length,
  );
  for (const [index, day] of channel.days.entries()) {
    sql.exec('INSERT INTO days (channel, position, entry) VALUES (?, ?, ?)', position, index, JSON.stringify(day));
  }
}

/** The one channel whose id may become another has it before anything that mentions it is taken. A workspace has one. */
function generalFirst(channels: readonly PlannedChannel[]): PlannedChannel[] {
  const general = channels.find(({ isGeneral }) => isGeneral);
  const others = channels.filter((channel) => channel !== general).map((other) => ({ ...other, isGeneral: false }));
  return general ? [general, ...others] : others;
}
