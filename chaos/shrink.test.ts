import { expect, test } from 'vitest';
import { makePlan, type Round } from './play/plan.ts';
import { describe, shrink } from './shrink.ts';

const plan = makePlan(3, { people: 5, places: 3, rounds: 2, killsPerRound: 1, stepsPerRound: 64, roundLength: 1_000 });
const countOf = (rounds: readonly Round[]) => rounds.reduce((sum, { steps }) => sum + steps.length, 0);

test('of a plan the steps are left with which it fails', async () => {
  const culprit = plan[1]?.steps[40];
  if (!culprit) throw new Error('the plan is too short');
  const fails = async (rounds: readonly Round[]) => rounds.some(({ steps }) => steps.includes(culprit));
  const left = await shrink(plan, fails, 200);
  expect(countOf(left)).toBeLessThan(5);
  expect(await fails(left)).toBe(true);
  expect(describe(left)).toContain(`round 2, ${culprit.at} ms: person ${culprit.who}, ${culprit.act}`);
});

test('it replays as often as it may, and a plan that does not fail again stays as it is', async () => {
  let replays = 0;
  const fails = async () => {
    replays += 1;
    return false;
  };
  expect(await shrink(plan, fails, 7)).toBe(plan);
  expect(replays).toBe(7);
});
