import { createRunFolder, removeRunFolder } from '../e2e/harness/run-folder.ts';
import { tryMutants } from './mutants.ts';
import { checkOptions, type Options } from './options.ts';
import { makePlan, type Round } from './play/plan.ts';
import { explain } from './record/explain.ts';
import { playRun, type RunOptions, type RunResult } from './run.ts';
import { describe, shrink } from './shrink.ts';
import { placeCount } from './stage/cast.ts';
import { createTrees, environmentOf, settingOf } from './stage/setting.ts';

/** `npm run chaos`: tries to lose a message. docs/reliability.md says what is promised, and how to read a failure. */
const options = checkOptions(process.argv.slice(2));
const folder = createRunFolder();
process.once('exit', () => removeRunFolder(folder));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const isGood = options.mutants === null ? await runSeeds(options) : await tryMutants(options.mutants, console.log);
process.exit(isGood ? 0 : 1);

async function runSeeds({ seed: firstSeed, seeds, minutes, people, ...rest }: Options): Promise<boolean> {
  const trees = createTrees();
  const end = minutes === null ? Infinity : Date.now() + minutes * 60_000;
  let failures = 0;
  let killed = 0;
  let seed = firstSeed;
  for (; minutes === null ? seed < firstSeed + seeds : Date.now() < end; seed += 1) {
    const setting = settingOf(seed);
    const plan = makePlan(seed, { people, places: placeCount, ...rest });
    const run = { seed, root: await trees(setting), environment: environmentOf(setting), people, rounds: plan };
    const onRound = (line: string) => console.log(`seed ${seed}, ${line}`);
    const result = await playRun({ ...run, onRound });
    killed += result.kills;
    const what = `${result.sent} messages, ${result.kills} kills, ${result.letters} dead letters`;
    console.log(`seed ${seed} (queues: ${setting.queues}${setting.isCrowd ? ', crowd' : ''}): ${what}`);
    if (result.violations.length === 0) continue;
    failures += 1;
    console.log(explain(seed, result));
    if (options.shrinkTries > 0) console.log(describe(await shrinkRun(run, result, options.shrinkTries)));
  }
  console.log(`${seed - firstSeed} seeds, ${killed} kills, ${failures} failed`);
  return failures === 0;
}

/** The plan of a failed run with as few steps as still break one of the same rules. */
function shrinkRun(run: RunOptions, { violations }: RunResult, tries: number): Promise<readonly Round[]> {
  const rules = new Set(violations.map(({ rule }) => rule));
  const fails = async (rounds: readonly Round[]) =>
    (await playRun({ ...run, rounds })).violations.some(({ rule }) => rules.has(rule));
  return shrink(run.rounds, fails, tries);
}
