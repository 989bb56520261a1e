import type { Round, Step } from './play/plan.ts';

/** At how many parts of the steps, each left out in turn, it ends. */
const finest = 32;

/**
 * Replays a failed plan with fewer steps, as long as that fails too: leaves out a half, another half, then quarters, and so
 * on, at most `tries` times. What happens at which moment is not ours to decide, so a replay may be innocent by luck: what is
 * left is short, not shortest.
 */
export async function shrink(
  rounds: readonly Round[],
  fails: (rounds: readonly Round[]) => Promise<boolean>,
  tries: number,
): Promise<readonly Round[]> {
  let left = tries;
  let shortest = rounds;
  for (let parts = 2; parts <= finest && left > 0;) {
    const shorter = await firstThatFails(shortest, parts);
    if (shorter) shortest = shorter;
    else parts *= 2;
  }
  return shortest;

  async function firstThatFails(whole: readonly Round[], parts: number): Promise<Round[] | null> {
    for (let part = 0; part < parts && left > 0; part += 1) {
      const candidate = withoutPart(whole, part, parts);
      if (stepsOf(candidate).length === stepsOf(whole).length) continue;
      left -= 1;
      if (await fails(candidate)) return candidate;
    }
    return null;
  }
}

/** A plan in words, a line for each step. */
export function describe(rounds: readonly Round[]): string {
  const lines = rounds.flatMap((round, i) => round.steps.map((step) => describeStep(i, step)));
  return [`  ${lines.length} steps are left:`, ...lines].join('\n');
}

function withoutPart(rounds: readonly Round[], part: number, parts: number): Round[] {
  return rounds.map((round) => ({ ...round, steps: round.steps.filter((_, i) => i % parts !== part) }));
}

function stepsOf(rounds: readonly Round[]): Step[] {
  return rounds.flatMap(({ steps }) => steps);
}

function describeStep(round: number, { at, act, who, where, pick }: Step): string {
  return `    round ${round + 1}, ${at} ms: person ${who}, ${act} in place ${where} (${pick})`;
}
