import { breathe } from './breathe.ts';
import type { Job } from './job.ts';
import { takeStep } from './step.ts';

/**
 * How much is done at one ring of the alarm: far below its 15 minutes, its 30 seconds of processor time, and the 1,000
 * calls that it may make.
 */
const turn = { milliseconds: 20_000, steps: 150 };

/** How long after a failure, at first and at most, in milliseconds. */
const firstRetry = 1_000;
const longestRetry = 120_000;

/** Takes steps for a while; whether any are left. Throws when one failed. */
export async function takeTurn(job: Job): Promise<boolean> {
  const end = Date.now() + turn.milliseconds;
  for (let steps = 0; steps < turn.steps && Date.now() < end; steps += 1) {
    if (!(await takeStep(job))) return false;
    await breathe();
  }
  return true;
}

export function retryDelay(failures: number): number {
  return Math.min(longestRetry, firstRetry * 2 ** failures);
}
