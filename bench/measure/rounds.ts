import { figure, type Figure } from './statistics.ts';

/** One of those that are compared, and what one round of it gives, by the measure's name. */
export interface Subject {
  name: string;
  measure(): Promise<Record<string, number>>;
}

/** What several rounds of a subject gave. */
export type Figures = Record<string, Figure>;

/** Measures all in turn (A B A B), so that what else the machine does meanwhile meets each of them. */
export async function inTurn(subjects: readonly Subject[], rounds: number): Promise<Record<string, Figures>> {
  const samples = new Map<Subject, Record<string, number>[]>(subjects.map((subject) => [subject, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of subjects) samples.get(subject)?.push(await subject.measure());
  }
  return Object.fromEntries(subjects.map((subject) => [subject.name, summarise(samples.get(subject) ?? [])]));
}

function summarise(rounds: readonly Record<string, number>[]): Figures {
  const measures = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(measures.map((measure) => [measure, figure(rounds.map((round) => round[measure] ?? NaN))]));
}
