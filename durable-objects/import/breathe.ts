/**
 * Lets others have their turn. On one machine the calls between objects are made within one process and never wait for
 * the system, whose connections are only looked at when nothing else is to do: a long chain of calls, and nobody would be
 * answered until it ends.
 */
export async function breathe(): Promise<void> {
  await scheduler.wait(1);
}
