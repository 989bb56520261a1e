import { createChannel } from './create-channel.ts';
import { finishChannel, getNextChannel, setChannelState, type ImportChannelRow } from './channel-row.ts';
import { assemble, close } from './close.ts';
import type { Job } from './job.ts';
import { advance, getJobRow, stopJob } from './job-row.ts';
import { letPeopleIn } from './let-in.ts';
import { takePeople } from './people.ts';
import { pinMessages } from './pins.ts';
import { placeChannel } from './place-channel.ts';
import { addProblems } from './problems.ts';
import { takeDays } from './take-days.ts';
import { takePlan } from './take-plan.ts';

/**
 * A step that ends the process with it (out of memory, say) is not begun a fourth time; one that fails, since something
 * that it asks does not answer, gets longer: with the waits in between, some ten minutes.
 */
const maxAttempts = 3;
const maxFailures = 10;

/**
 * Takes the next step of the import; false when there is none left. Each step is small, may be repeated, and is noted as
 * done in the same stretch as what it came to. Throws when it failed, to be tried again later.
 */
export async function takeStep(job: Job): Promise<boolean> {
  const { sql, storage } = job;
  const { phase, status, attempts, failures } = getJobRow(sql);
  if (phase === 'upload' || phase === 'over') return false;
  if (status === 'running' && !job.importer.mayImport) {
    const detail = 'Whoever imports is no administrator any more.';
    stopJob(sql, 'failed', { error: 'not_an_admin', detail });
    return true;
  }
  // Putting things in order is not given up.
  if (phase !== 'close' && (attempts >= maxAttempts || failures >= maxFailures)) {
    storage.transactionSync(() => giveUpStep(sql));
    return true;
  }
  sql.exec('UPDATE job SET attempts = attempts + 1');
  // What ends the process must find the count on disk.
  await storage.sync();
  try {
    await doStep(job, attempts + failures > 0);
  } catch (error) {
    sql.exec('UPDATE job SET attempts = attempts - 1, failures = failures + 1');
    throw error;
  }
  sql.exec('UPDATE job SET attempts = 0, failures = 0');
  return true;
}

async function doStep(job: Job, isRepeat: boolean): Promise<void> {
  switch (getJobRow(job.sql).phase) {
    case 'assemble':
      return assemble(job);
    case 'plan':
      return takePlan(job);
    case 'people':
      return takePeople(job);
    case 'channels': {
      const channel = getNextChannel(job.sql);
      return channel ? doChannelStep(job, channel, isRepeat) : advance(job.sql, 'channels', 'close');
    }
    case 'close':
      return close(job);
    case 'upload':
    case 'over':
      return;
  }
}

async function doChannelStep(job: Job, channel: ImportChannelRow, isRepeat: boolean): Promise<void> {
  switch (channel.state) {
    case 'planned':
      return placeChannel(job, channel);
    case 'placed':
      return createChannel(job, channel);
    case 'created':
      return takeDays(job, channel, isRepeat);
    case 'filled':
      return pinMessages(job, channel);
    case 'pinned':
      return letPeopleIn(job, channel);
    case 'done':
      return;
  }
}

/** Leaves out what cannot be done, and says so; without its beginnings the whole import cannot be done. */
function giveUpStep(sql: SqlStorage): void {
  sql.exec('UPDATE job SET attempts = 0, failures = 0');
  const { phase } = getJobRow(sql);
  const channel = phase === 'channels' ? getNextChannel(sql) : null;
  if (channel) return giveUpChannelStep(sql, channel);
  stopJob(sql, 'failed', { error: 'internal_error', detail: `The step "${phase}" failed again and again.` });
}

function giveUpChannelStep(sql: SqlStorage, channel: ImportChannelRow): void {
  const { id, name, state, next_day: day, day_count: days, position } = channel;
  const lose = (detail: string) =>
    addProblems(sql, [{ code: 'step_failed', where: name || id, detail: `${detail} failed again and again.` }]);
  switch (state) {
    case 'planned':
    case 'placed':
      lose('Making the channel');
      return finishChannel(sql, channel);
    case 'created':
      lose(`Day file ${day + 1} of ${days}`);
      sql.exec(
        "UPDATE channels SET next_day = next_day + 1, state = iif(next_day + 1 >= day_count, 'filled', state) WHERE position = ?",
        position,
      );
      return;
    case 'filled':
      lose('Pinning its messages');
      return setChannelState(sql, channel, 'pinned');
    case 'pinned':
      lose('Letting its people in');
      return finishChannel(sql, channel);
    case 'done':
      return;
  }
}
