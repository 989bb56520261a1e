import { getLoggedEvent, type LoggedEvent } from './logged-event.ts';

/** The longest that a failed message waits for its next try. Seconds. */
const longestDelay = 300;

/**
 * Hands a batch's events to `work`, each workspace's together, and acknowledges what it did. When it fails for one
 * workspace, those events are tried again later, and later each time; the other workspaces' go on. What is no event is
 * acknowledged too, since it never will be one, and noted in the log.
 */
export async function forEachWorkspace(
  batch: MessageBatch,
  work: (workspaceId: string, events: LoggedEvent[]) => Promise<void>,
): Promise<void> {
  const received = batch.messages.flatMap((message) => {
    const event = getLoggedEvent(message.body);
    if (event) return [{ message, event }];
    console.error(`dead letter: message ${message.id} of ${batch.queue} is no event`);
    message.ack();
    return [];
  });
  const byWorkspace = Object.groupBy(received, ({ event }) => event.workspace);
  await Promise.all(
    Object.entries(byWorkspace).map(async ([workspaceId, entries = []]) => {
      try {
        await work(
          workspaceId,
          entries.map(({ event }) => event),
        );
        for (const { message } of entries) message.ack();
      } catch (error) {
        console.error(`${batch.queue}: ${workspaceId} is tried again later`, error);
        for (const { message } of entries) message.retry({ delaySeconds: backOff(message.attempts) });
      }
    }),
  );
}

/** Seconds: 2, 4, 8, … */
function backOff(attempts: number): number {
  return Math.min(longestDelay, 2 ** attempts);
}
