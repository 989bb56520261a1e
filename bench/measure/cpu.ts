import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const ticksPerSecond = 100;

/** A process and all that it started, by their ids. */
export function processTree(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readStat(Number(name));
    if (stat) parents.set(Number(name), stat.parent);
  }
  const tree = new Set([root]);
  for (let grew = true; grew;) {
    grew = false;
    for (const [id, parent] of parents) {
      if (tree.has(id) || !tree.has(parent)) continue;
      tree.add(id);
      grew = true;
    }
  }
  return [...tree];
}

/** Processor time that these processes have used, in seconds. */
export function cpuSeconds(processes: readonly number[]): number {
  return processes.reduce((sum, id) => sum + (readStat(id)?.ticks ?? 0), 0) / ticksPerSecond;
}

/** Memory that these processes hold, in bytes. */
export function residentBytes(processes: readonly number[]): number {
  return processes.reduce((sum, id) => sum + residentOf(id), 0);
}

function residentOf(id: number): number {
  try {
    const [, pages = '0'] = readFileSync(`/proc/${id}/statm`, 'utf8').split(' ');
    return Number(pages) * 4096;
  } catch {
    return 0;
  }
}

/** Null for a process that is gone. */
function readStat(id: number): { parent: number; ticks: number } | null {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The second field is the program's name in brackets, and may have spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return null;
  }
}
