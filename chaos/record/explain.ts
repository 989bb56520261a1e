import type { RunResult } from '../run.ts';
import { rules } from './violation.ts';

/** How many violations, and lines of what led to each, are printed. */
const violationsAtMost = 10;
const linesAtMost = 60;

/** A failure in words: the seed, what is violated, and what happened to the message or the channel that it is about. */
export function explain(seed: number, { violations, ledger }: RunResult): string {
  const shown = violations.slice(0, violationsAtMost).map(({ rule, what, channel, about }) => {
    const lines = ledger.lines.filter((line) =>
      about !== undefined
        ? line.about === about || line.channel === undefined
        : line.channel === channel || line.channel === undefined,
    );
    const history = lines.slice(-linesAtMost).map(({ at, what: happened }) => `    ${at} ms: ${happened}`);
    return [`  ${rule}: ${rules[rule]}`, `  ${channel ?? ''} ${what}`, ...history].join('\n');
  });
  return [`SEED ${seed} FAILED, ${violations.length} violations`, ...shown].join('\n');
}
