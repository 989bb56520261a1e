import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Machine } from '../measure/machine.ts';
import type { Findings } from '../scenarios/scenario.ts';

/** What a scenario gave the last time that it was run. */
export interface Result extends Findings {
  /** ISO 8601. */
  measuredAt: string;
  machine: Machine;
  /** How long it took. Seconds. */
  seconds: number;
}

/** By the scenario's name. */
export type Results = Record<string, Result>;

/** The latest results, committed, so that the page can be written without measuring everything anew. */
const FILE = join(import.meta.dirname, '../results/latest.json');

export function readResults(): Results {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return {};
  }
}

export function writeResults(results: Results): void {
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(results, null, 2)}\n`);
}
