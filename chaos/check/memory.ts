import { readdirSync, readFileSync } from 'node:fs';
import type { Violation } from '../record/violation.ts';

/** How many rounds a server must have lived for its growth to mean something, and how much it may grow meanwhile. */
const samplesAtLeast = 12;
const factor = 1.3;
const room = 40_000_000;

/** Linux counts in pages of this many bytes. */
const pageSize = 4096;

/** The memory of a process group, in bytes; 0 where the system does not tell. */
export function memoryOf(group: number): number {
  let pages = 0;
  for (const id of processes()) {
    try {
      // The name is in brackets and may hold anything; after it: state, parent, group, … and as the 22nd the pages.
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      if (Number(fields[2]) === group) pages += Number(fields[21]);
    } catch {
      // It has ended.
    }
  }
  return pages * pageSize;
}

function processes(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Whether a server grew while it did the same again and again: its last quarter is held against its second. */
export function checkMemory(samples: readonly number[]): Violation[] {
  if (samples.length < samplesAtLeast) return [];
  const quarter = Math.floor(samples.length / 4);
  const early = median(samples.slice(quarter, 2 * quarter));
  const late = median(samples.slice(-quarter));
  if (late <= early * factor + room) return [];
  const [from, to] = [early, late].map((bytes) => `${Math.round(bytes / 1_000_000)} MB`);
  return [{ rule: 'memory', what: `it grew from ${from} to ${to} in ${samples.length} rounds` }];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
