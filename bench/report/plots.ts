import type { Findings } from '../scenarios/scenario.ts';
import { barChart } from './bar-chart.ts';
import { subjectsOf } from './table.ts';

export interface Plot {
  file: string;
  title: string;
  svg: string;
}

/** A chart of bars for each measure. */
export function plotsOf(name: string, { cases, measures }: Findings): Plot[] {
  const subjects = subjectsOf(cases);
  return Object.entries(measures).map(([key, measure]) => {
    const title = `${measure.title} (${measure.unit})`;
    const groups = cases.map((each) => ({
      name: each.name,
      bars: subjects.flatMap((subject) => {
        const figure = each.figures[subject]?.[key];
        return figure ? [{ subject, figure }] : [];
      }),
    }));
    return { file: `${name}-${key}.svg`, title, svg: barChart(title, groups, subjects, measure) };
  });
}
