import { z } from 'zod';
import { ImportReport, type ImportedChannel, type ImportProblem } from '../../shared/protocol/imports.ts';
import type { Access } from './access.ts';

const StatusPage = z.object({
  import: ImportReport,
  response_metadata: z.object({ next_cursor: z.string() }),
});

/** The report with every page of its problems. */
export async function fetchWholeReport(access: Access, id: string): Promise<ImportReport> {
  const problems: ImportProblem[] = [];
  for (let cursor = ''; ;) {
    const args = { id, cursor, limit: 1000 };
    const page = await access.call('edgeways.imports.status', StatusPage, args, AbortSignal.timeout(60_000));
    problems.push(...(page.import.problems ?? []));
    cursor = page.response_metadata.next_cursor;
    if (cursor === '') return { ...page.import, problems };
  }
}

/** Of what was only changed, or is worth a note, this many are shown. What was lost is shown whole. */
const maxShown = 20;
/** What was left out, although the export has it whole. */
const avoidable = new Set(['step_failed', 'id_taken', 'more_open_here', 'entry_too_large']);

/** Prints what came of the import; the exit code: 0 only when all that could be imported is there. */
export function printSummary(report: ImportReport, milliseconds: number): number {
  const { counts, status, channels = [], problems = [] } = report;
  if (channels.length > 0) console.log(table(channels).join('\n'));
  const { people } = counts;
  console.log(
    `\nPeople: ${people.expected} in the export, of whom ${people.created} are new, ${people.matched} were known by ` +
      `their address and ${people.present} were there; ${people.placeholders} are named by messages only.`,
  );
  printProblems('Not imported', 'lost', problems, Infinity);
  printProblems('Not quite as it was', 'changed', problems, maxShown);
  printProblems('Worth knowing', 'note', problems, maxShown);
  console.log(`\n${conclusion(report, milliseconds)}`);
  return status === 'done' && !problems.some(({ code }) => avoidable.has(code)) ? 0 : 1;
}

function conclusion({ status, error, error_detail: detail, counts }: ImportReport, milliseconds: number): string {
  const { imported, present } = counts.messages;
  const had = `${imported} messages were imported and ${present} were there before`;
  switch (status) {
    case 'done':
      return `Done in ${(milliseconds / 1000).toFixed(1)} s: ${had}.`;
    case 'failed':
      return `The import failed (${error}): ${detail} Until then, ${had}.`;
    default:
      return `The import was cancelled. Until then, ${had}.`;
  }
}

const headings = ['', 'in the zip', 'imported', 'there before', 'twice in the zip', 'not imported'] as const;

function table(channels: readonly ImportedChannel[]): string[] {
  const sum = { name: `${channels.length} conversations`, expected: 0, imported: 0, present: 0, repeated: 0, lost: 0 };
  for (const channel of channels) {
    for (const key of ['expected', 'imported', 'present', 'repeated', 'lost'] as const) sum[key] += channel[key];
  }
  const rows = [...channels.map((channel) => ({ ...channel, name: labelOf(channel) })), sum].map(
    ({ name, expected, imported, present, repeated, lost }) =>
      [name, ...[expected, imported, present, repeated, lost].map(String)] as const,
  );
  const lines = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}

function labelOf({ name, kind, id }: ImportedChannel): string {
  if (kind === 'public') return `#${printable(name)}`;
  return kind === 'im' ? id : `${printable(name)} (${kind === 'mpim' ? 'group' : 'private'})`;
}

function printProblems(
  heading: string,
  severity: ImportProblem['severity'],
  problems: readonly ImportProblem[],
  most: number,
): void {
  const ofThese = problems.filter((problem) => problem.severity === severity);
  if (ofThese.length === 0) return;
  console.log(`\n${heading}:`);
  for (const { where, ts, detail } of ofThese.slice(0, most)) {
    console.log(`  ${printable([where, ts].filter(Boolean).join(' '))}: ${printable(detail)}`);
  }
  if (ofThese.length > most) console.log(`  and ${ofThese.length - most} more`);
}

/** The export's words without what would command the terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
