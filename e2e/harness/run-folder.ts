import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One temporary folder for each run of the tests, with a file for each server that they started, so that whoever comes
 * last can end what is left. global-setup.ts does for vitest; elsewhere (benchmarks, scripts) the process does when it ends.
 */
const FOLDER = 'EDGEWAYS_RUN_FOLDER';

/** The folder of this run, for the processes that this one starts too. */
export function getRunFolder(): string {
  const existing = process.env[FOLDER];
  if (existing !== undefined) return existing;
  const folder = createRunFolder();
  process.once('exit', () => removeRunFolder(folder));
  return folder;
}

export function createRunFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'edgeways-run-'));
  process.env[FOLDER] = folder;
  return folder;
}

/** Notes a process group, to be ended with the run. */
export function noteProcessGroup(id: number): void {
  writeFileSync(join(getRunFolder(), `${id}.group`), '');
}

/** Strikes a process group off, as it has ended: its id may come to mean another one. */
export function forgetProcessGroup(id: number): void {
  rmSync(join(getRunFolder(), `${id}.group`), { force: true });
}

/** Ends what was noted and not forgotten, and removes the folder with everything in it. */
export function removeRunFolder(folder: string): void {
  for (const name of readdirSync(folder)) {
    const id = /^(\d+)\.group$/.exec(name)?.[1];
    if (id !== undefined) killProcessGroup(Number(id));
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Kills every process of a group, if there are any. */
export function killProcessGroup(id: number): void {
  try {
    process.kill(-id, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
