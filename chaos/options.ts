import { parseArgs } from 'node:util';

export interface Options {
  seed: number;
  /** How many runs, each with the next seed, unless `minutes` says how long. */
  seeds: number;
  minutes: number | null;
  /** How often the server is killed in a run. */
  kills: number;
  killsPerRound: number;
  /** Of one run; as many as the kills need, unless said. Without kills the server's memory is watched. */
  rounds: number;
  people: number;
  stepsPerRound: number;
  /** Milliseconds. */
  roundLength: number;
  /** How many replays with fewer steps are spent on a failure. */
  shrinkTries: number;
  /** A part of the names of the mutants to try instead; empty: all. */
  mutants: string | null;
}

/** Reads `--seed N --minutes M --kills K …`. Throws for what makes no sense. */
export function checkOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: args.map((arg) => (arg === '--mutants' ? '--mutants=' : arg)),
    options: {
      seed: { type: 'string', default: '1' },
      seeds: { type: 'string', default: '1' },
      minutes: { type: 'string' },
      kills: { type: 'string', default: '10' },
      'kills-per-round': { type: 'string', default: '2' },
      rounds: { type: 'string' },
      people: { type: 'string', default: '20' },
      steps: { type: 'string', default: '400' },
      'round-length': { type: 'string', default: '8000' },
      shrink: { type: 'string', default: '0' },
      mutants: { type: 'string' },
    },
  });
  const kills = checkNumber(values.kills);
  const killsPerRound = kills === 0 ? 0 : Math.max(1, checkNumber(values['kills-per-round']));
  return {
    seed: checkNumber(values.seed),
    seeds: checkNumber(values.seeds),
    minutes: values.minutes === undefined ? null : checkNumber(values.minutes),
    kills,
    killsPerRound,
    rounds: values.rounds === undefined ? Math.ceil(kills / (killsPerRound || 1)) : checkNumber(values.rounds),
    people: checkNumber(values.people),
    stepsPerRound: checkNumber(values.steps),
    roundLength: checkNumber(values['round-length']),
    shrinkTries: checkNumber(values.shrink),
    mutants: values.mutants ?? null,
  };
}

function checkNumber(value: string): number {
  const read = Number(value);
  if (!Number.isInteger(read) || read < 0) throw new Error(`${value} is no whole number.`);
  return read;
}
