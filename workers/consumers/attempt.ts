import { getLoggedEvent, type LoggedEvent } from './logged-event.ts';

/** The longest that a failed message waits for its next try. Seconds. */
const longestDelay = 300;

/** A message of a queue, and the event that it carries. */
export type Entry = { message: Message; event: LoggedEvent };

/** A batch's events. What is no event is acknowledged, since it never will be one, and noted in the log. */
export function takeEvents(batch: MessageBatch): Entry[] {
  return batch.messages.flatMap((message) => {
    const event = getLoggedEvent(message.body);
    if (event) return [{ message, event }];
    console.error(`dead letter: message ${message.id} of ${batch.queue} is no event`);
    message.ack();
    return [];
  });
}

/** Does the work and acknowledges the messages; when it fails, they are tried again later, and later each time. */
export async function attempt(what: string, entries: readonly Entry[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
    for (const { message } of entries) message.ack();
  } catch (error) {
    console.error(`${what} is tried again later`, error);
    for (const { message } of entries) message.retry({ delaySeconds: backOff(message.attempts) });
  }
}

/** Seconds: 2, 4, 8, … */
function backOff(attempts: number): number {
  return Math.min(longestDelay, 2 ** attempts);
}
