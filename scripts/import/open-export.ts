import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { RandomAccess } from '../../shared/slack-export/random-access.ts';
import { readPlan } from '../../shared/slack-export/read-export.ts';
import { openFileSource } from '../slack-export/file-source.ts';
import { ImportError } from './import-error.ts';

export interface ExportFile extends RandomAccess {
  /** Without folders. */
  name: string;
  channels: number;
  people: number;
  close(): Promise<void>;
}

/** Opens the zip and looks at what is in it, so that nobody uploads for an hour what is no export. Throws ImportError. */
export async function openExport(path: string): Promise<ExportFile> {
  const facts = await stat(path).catch(() => null);
  if (!facts) throw new ImportError(`There is no file ${path}.`);
  if (facts.isDirectory()) throw new ImportError(`${path} is a folder. What is wanted is the zip file from Slack.`);
  const source = await openFileSource(path);
  const outcome = await readPlan(source);
  if (!outcome.ok) {
    await source.close();
    throw new ImportError(`${path} cannot be imported (${outcome.error}): ${outcome.detail}`);
  }
  const { channels, users } = outcome.plan;
  const { size, read, close } = source;
  return { name: basename(path), channels: channels.length, people: users.length, size, read, close };
}
