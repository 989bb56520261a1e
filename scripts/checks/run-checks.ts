import { BUILD_CHECKS, type Check, INDEPENDENT_CHECKS } from './checks.ts';

interface Outcome {
  name: string;
  ok: boolean;
  output: string;
}

/**
 * Runs every check, on two lanes: most of them use more than one processor themselves. Prints a line for each as it
 * ends, and then what the failed ones said. Returns how many passed and failed.
 */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  const waiting = [BUILD_CHECKS, ...INDEPENDENT_CHECKS.map((check) => [check])];
  const outcomes: Outcome[] = [];
  const lane = async () => {
    for (let chain = waiting.shift(); chain !== undefined; chain = waiting.shift()) {
      for (const check of chain) outcomes.push(await runCheck(check));
    }
  };
  await Promise.all([lane(), lane()]);

  const failed = outcomes.filter(({ ok }) => !ok);
  for (const { name, output } of failed) console.log(`\n── ${name}\n${output.trim()}`);
  return { passed: outcomes.length - failed.length, failed: failed.length };
}

async function runCheck({ name, run }: Check): Promise<Outcome> {
  const start = performance.now();
  const { ok, output } = await run().catch((error: unknown) => ({ ok: false, output: String(error) }));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`);
  return { name, ok, output };
}
