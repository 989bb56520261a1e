import { expect, test } from 'vitest';
import { makePlan } from './plan.ts';

const size = { people: 20, places: 6, rounds: 3, killsPerRound: 2, stepsPerRound: 300, roundLength: 5_000 };

test('a seed is a plan: the same one gives the same, another one another', () => {
  expect(makePlan(7, size)).toEqual(makePlan(7, size));
  expect(makePlan(7, size)).not.toEqual(makePlan(8, size));
});

test('a plan has as much as it was asked for, in order of time', () => {
  for (const round of makePlan(7, size)) {
    expect(round.steps).toHaveLength(300);
    expect(round.kills).toHaveLength(2);
    expect(round.faults).toHaveLength(3);
    const times = round.steps.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  }
});
