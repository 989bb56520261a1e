import { attempt, takeEvents } from './attempt.ts';
import type { LoggedEvent } from './logged-event.ts';

/**
 * Hands a batch's events to `work`, each workspace's together, and acknowledges what it did. When it fails for one
 * workspace, those events are tried again later, and later each time; the other workspaces' go on.
 */
export async function forEachWorkspace(
  batch: MessageBatch,
  work: (workspaceId: string, events: LoggedEvent[]) => Promise<void>,
): Promise<void> {
  const byWorkspace = Object.groupBy(takeEvents(batch), ({ event }) => event.workspace);
  await Promise.all(
    Object.entries(byWorkspace).map(([workspaceId, entries = []]) =>
      attempt(`${batch.queue}: ${workspaceId}`, entries, () =>
        work(
          workspaceId,
          entries.map(({ event }) => event),
        ),
      ),
    ),
  );
}
