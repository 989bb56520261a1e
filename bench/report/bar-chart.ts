import type { Figure } from '../measure/statistics.ts';
import type { Measure } from '../scenarios/scenario.ts';
import { formatNumber } from './table.ts';

export interface Group {
  name: string;
  bars: readonly { subject: string; figure: Figure }[];
}

const width = 640;
const labelWidth = 200;
const valueWidth = 80;
const barHeight = 16;
const groupGap = 14;
const top = 40;
/** Ours first; told apart also by those who see no colours, and on white as on black. */
const colours = ['#3d6fd6', '#d98a2b', '#5a9a68', '#b8567e', '#7d6bc4', '#8a8a8a', '#48a5b5', '#a67c52'];

/** Horizontal bars in groups, the median as length, the lowest and highest of the rounds as a line. An SVG. */
export function barChart(
  title: string,
  groups: readonly Group[],
  subjects: readonly string[],
  measure: Measure,
): string {
  const most = Math.max(...groups.flatMap(({ bars }) => bars.map(({ figure }) => figure.highest)));
  const scale = (value: number) => (value / most) * (width - labelWidth - valueWidth);
  let y = top;
  const parts: string[] = [];
  for (const { name, bars } of groups) {
    for (const { subject, figure } of bars) {
      const label = groups.length > 1 ? `${name}, ${subject}` : subject;
      parts.push(bar(y, label, figure, scale, colours[subjects.indexOf(subject) % colours.length] ?? '', measure));
      y += barHeight + 4;
    }
    y += groupGap;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" role="img" font-family="sans-serif" font-size="12" fill="#808080">
<title>${escape(title)}</title>
<text x="${labelWidth}" y="20" font-size="14" font-weight="bold">${escape(title)}</text>
${parts.join('\n')}
</svg>
`;
}

function bar(
  y: number,
  label: string,
  { median, lowest, highest }: Figure,
  scale: (value: number) => number,
  colour: string,
  measure: Measure,
): string {
  const middle = y + barHeight / 2;
  const from = labelWidth + scale(lowest);
  const to = labelWidth + scale(highest);
  return [
    `<text x="${labelWidth - 8}" y="${middle + 4}" text-anchor="end">${escape(label)}</text>`,
    `<rect x="${labelWidth}" y="${y}" width="${scale(median).toFixed(1)}" height="${barHeight}" fill="${colour}"/>`,
    `<path d="M${from.toFixed(1)} ${middle}H${to.toFixed(1)}" stroke="currentColor" stroke-width="1.5"/>`,
    `<text x="${(to + 6).toFixed(1)}" y="${middle + 4}">${formatNumber(median, measure)}</text>`,
  ].join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
