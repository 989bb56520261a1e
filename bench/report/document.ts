import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/run-tool.ts';
import type { Machine } from '../measure/machine.ts';
import { scenarios } from '../scenarios/all.ts';
import type { Scenario, Target } from '../scenarios/scenario.ts';
import { plotsOf } from './plots.ts';
import type { Result, Results } from './results.ts';
import { tableOf, toMarkdown } from './table.ts';

const FOLDER = join(ROOT, 'docs/benchmarks');

/** Writes docs/benchmarks.md: what is written by hand in bench/report/text, around the figures. */
export function writeDocument(results: Results): void {
  mkdirSync(FOLDER, { recursive: true });
  const measured = scenarios.flatMap((scenario) => {
    const result = results[scenario.name];
    return result ? [{ scenario, result }] : [];
  });
  const page = [
    textOf('introduction'),
    summary(measured),
    ...measured.map(({ scenario, result }) => section(scenario, result)),
    textOf('reproduce'),
  ];
  writeFileSync(join(ROOT, 'docs/benchmarks.md'), `${page.join('\n\n')}\n`);
}

type Measured = { scenario: Scenario; result: Result };

function summary(measured: readonly Measured[]): string {
  const lines = measured.flatMap(({ scenario, result }) =>
    result.targets.map(({ what, found, isMet }) => [scenario.title, what, found, isMet ? 'yes' : '**no**']),
  );
  return toMarkdown([['', 'target', 'found', 'met'], ...lines]);
}

function section(scenario: Scenario, result: Result): string {
  const plots = plotsOf(scenario.name, result).map(({ file, title, svg }) => {
    writeFileSync(join(FOLDER, file), svg);
    return `![${title}](benchmarks/${file})`;
  });
  const parts = [
    `## ${scenario.title}`,
    scenario.how,
    toMarkdown(tableOf(result)),
    result.targets.map(formatTarget).join('\n'),
    ...plots,
    textOf(scenario.name),
    `Measured ${result.measuredAt.slice(0, 10)} on ${formatMachine(result.machine)}.`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function formatTarget({ what, found, isMet }: Target): string {
  return `- ${isMet ? 'Met' : '**Missed**'}: ${what}; found ${found}.`;
}

function formatMachine({ processor, cores, memory, system, node, workerd, load }: Machine): string {
  const busy = load === undefined ? '' : `; load ${load} before it began`;
  return `${processor}, ${cores} cores shared with the load generator, ${memory} GiB, ${system}, Node ${node}, workerd ${workerd}${busy}`;
}

/** Empty where nothing was written. */
function textOf(name: string): string {
  try {
    return readFileSync(join(import.meta.dirname, 'text', `${name}.md`), 'utf8').trim();
  } catch {
    return '';
  }
}
