import { setTimeout as wait } from 'node:timers/promises';
import type { ImportReport } from '../../shared/protocol/imports.ts';
import { isUnreachable, type Access } from './access.ts';
import { ImportError } from './import-error.ts';
import type { ProgressLine } from './progress-line.ts';
import { ReportAnswer } from './upload.ts';

/** Milliseconds between two looks, at first and later: a small import is over in a second or two. */
const firstDelay = 150;
const longestDelay = 1_000;
/** How long the server may be gone before we give up; the import goes on when it is back. Milliseconds. */
const patience = 120_000;

/** Shows how the import gets on, until it is over. Throws ApiError, or ImportError when it is interrupted. */
export async function followImport(access: Access, id: string, line: ProgressLine, signal: AbortSignal): Promise<void> {
  let delay = firstDelay;
  let lastSeen = Date.now();
  for (;;) {
    try {
      const answer = await access.call('edgeways.imports.status', ReportAnswer, { id, lists: false }, signal);
      if (answer.import.phase === 'over') return;
      lastSeen = Date.now();
      line.show(describe(answer.import));
    } catch (error) {
      if (signal.aborted) throw new ImportError(goesOn(id));
      if (!isUnreachable(error) || Date.now() - lastSeen > patience) throw error;
      line.show('The server does not answer; waiting for it.');
    }
    await wait(delay, undefined, { signal }).catch(() => {
      throw new ImportError(goesOn(id));
    });
    delay = Math.min(longestDelay, delay * 1.2);
  }
}

function goesOn(id: string): string {
  return `The import goes on on the server. To look at it again, add --resume ${id}.`;
}

const phaseNames = {
  upload: 'Uploading',
  assemble: 'Putting the file together',
  plan: 'Looking at what is in it',
  people: 'People',
  channels: 'Messages: day file',
  close: 'Putting things in order',
  over: 'Done',
} as const;

function describe({ phase, done, total }: ImportReport): string {
  return total === 0 ? phaseNames[phase] : `${phaseNames[phase]} ${done} of ${total}`;
}
