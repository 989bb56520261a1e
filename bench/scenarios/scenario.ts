import type { Figures } from '../measure/rounds.ts';

/** What a measure's numbers are. */
export interface Measure {
  title: string;
  unit: string;
  /** Digits behind the point. */
  digits?: number;
}

/** The figures of everybody in one case, such as "500 sockets". */
export interface CaseFigures {
  name: string;
  /** By subject. */
  figures: Record<string, Figures>;
}

export interface Target {
  what: string;
  /** What was found, in words. */
  found: string;
  isMet: boolean;
}

export interface Findings {
  measures: Record<string, Measure>;
  cases: readonly CaseFigures[];
  targets: readonly Target[];
}

/** One row of the table of benchmarks. It starts and ends its own servers, and takes less than a minute. */
export interface Scenario {
  name: string;
  title: string;
  /** What is done, in a sentence or two. */
  how: string;
  run(): Promise<Findings>;
}
