import { expect, test } from 'vitest';
import { makePlan } from './play/plan.ts';
import { explain } from './record/explain.ts';
import { playRun } from './run.ts';
import { placeCount } from './stage/cast.ts';
import { createTrees, environmentOf, type Setting } from './stage/setting.ts';

/** What of `npm run chaos` fits into every run of the tests. */
test('two kills, a bad network and failing queues lose no message, repeat none, and show none to somebody removed', async () => {
  const seed = 42;
  const people = 8;
  const setting: Setting = { queues: 'durable', isCrowd: true };
  const rounds = makePlan(seed, {
    people,
    places: placeCount,
    rounds: 1,
    killsPerRound: 2,
    stepsPerRound: 250,
    roundLength: 6_000,
  });
  const root = await createTrees()(setting);
  const result = await playRun({ seed, root, environment: environmentOf(setting), people, rounds });
  expect(result.violations.length === 0 || explain(seed, result)).toBe(true);
  expect(result.kills).toBe(2);
  expect(result.sent).toBeGreaterThan(30);
}, 240_000);
