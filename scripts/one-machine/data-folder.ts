import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from './start-error.ts';

/**
 * Creates the data folder where it is missing and makes it this process's own, until the process ends.
 * Throws StartError when it cannot be written to or another server has it.
 *
 * The lock is SQLite's on a file, that is the operating system's: it goes when its process goes, also after `kill -9`,
 * so there is no stale lock to recognise. (A process id in a file is not enough: it can be a zombie's, or reused.)
 */
export function acquireDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const lock = new DatabaseSync(join(dataDir, 'lock'), { timeout: 0 });
    lock.exec('BEGIN IMMEDIATE');
    process.once('exit', () => lock.close());
    writeFileSync(join(dataDir, 'pid'), `${process.pid}\n`);
  } catch (error) {
    if (error instanceof Error && error.message === 'database is locked') {
      throw new StartError(
        `Another server (process ${getOwner(dataDir)}) is using ${dataDir}. Stop it, or set DATA_DIR.`,
      );
    }
    throw new StartError(
      `The data folder ${dataDir} cannot be written to (${String(error)}). Set DATA_DIR to another one.`,
    );
  }
}

/** An empty folder for temporary files inside the data folder, so that a killed server leaves none elsewhere. */
export function emptyTemporaryFolder(dataDir: string): string {
  const path = join(dataDir, 'tmp');
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
  return path;
}

function getOwner(dataDir: string): string {
  try {
    return readFileSync(join(dataDir, 'pid'), 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
