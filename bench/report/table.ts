import type { Figure } from '../measure/statistics.ts';
import type { CaseFigures, Findings, Measure } from '../scenarios/scenario.ts';

/** A table of texts, the first row being its head. */
export type Table = string[][];

/** A line for each case, a column for each subject and measure. */
export function tableOf({ cases, measures }: Findings): Table {
  const subjects = subjectsOf(cases);
  const columns = Object.entries(measures).flatMap(([key, measure]) =>
    subjects
      .filter((subject) => cases.some(({ figures }) => figures[subject]?.[key]))
      .map((subject) => ({ key, measure, subject })),
  );
  const head = ['', ...columns.map(({ measure, subject }) => `${subject}: ${measure.title}`)];
  const lines = cases.map(({ name, figures }) => [
    name,
    ...columns.map(({ key, measure, subject }) => formatFigure(figures[subject]?.[key], measure)),
  ]);
  return [head, ...lines];
}

export function subjectsOf(cases: readonly CaseFigures[]): string[] {
  return [...new Set(cases.flatMap(({ figures }) => Object.keys(figures)))];
}

/** The median, and the lowest and highest of the rounds. */
function formatFigure(figure: Figure | undefined, measure: Measure): string {
  if (!figure) return '';
  const { median, lowest, highest } = figure;
  const text = `${formatNumber(median, measure)} ${measure.unit}`;
  if (lowest === highest) return text;
  return `${text} (${formatNumber(lowest, measure)}–${formatNumber(highest, measure)})`;
}

export function formatNumber(value: number, { digits = 0 }: Measure): string {
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function toMarkdown([head = [], ...lines]: Table): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
  return [row(head), row(rule), ...lines.map(row)].join('\n');
}

/** Turned, since terminals are narrow: a line for each column of each case. */
export function toTerminal([head = [], ...lines]: Table): string {
  return lines
    .flatMap((line) => [
      line[0] ?? '',
      ...line.slice(1).map((cell, i) => `    ${(head[i + 1] ?? '').padEnd(48)} ${cell}`),
    ])
    .join('\n');
}
