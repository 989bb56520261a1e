import { thisMachine } from './measure/machine.ts';
import { writeDocument } from './report/document.ts';
import { readResults, writeResults } from './report/results.ts';
import { tableOf, toTerminal } from './report/table.ts';
import { scenarios } from './scenarios/all.ts';

/** `npm run bench [-- <names>]`: measures, prints, and writes bench/results/latest.json and docs/benchmarks.md. */
const names = process.argv.slice(2);
const unknown = names.find((name) => !scenarios.some((scenario) => scenario.name === name));
if (unknown !== undefined) {
  console.error(`There is no benchmark ${unknown}. There are: ${scenarios.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}
for (const scenario of scenarios) {
  if (names.length > 0 && !names.includes(scenario.name)) continue;
  console.log(`\n${scenario.title}\n${scenario.how}\n`);
  const startedAt = Date.now();
  const machine = thisMachine();
  const findings = await scenario.run();
  const result = {
    ...findings,
    measuredAt: new Date(startedAt).toISOString(),
    machine,
    seconds: Math.round((Date.now() - startedAt) / 1000),
  };
  console.log(toTerminal(tableOf(result)));
  for (const { what, found, isMet } of result.targets)
    console.log(`  ${isMet ? 'met   ' : 'MISSED'} ${what}: ${found}`);
  console.log(`  (${result.seconds} s)`);
  writeResults({ ...readResults(), [scenario.name]: result });
}
writeDocument(readResults());
