import { auditOf } from '../../durable-objects/audit/stub.ts';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import { forEachWorkspace } from './by-workspace.ts';
import { doBury } from './dead-letters.ts';
import type { LoggedEvent } from './logged-event.ts';
import { settle } from './settle.ts';

/**
 * Writes events into their workspaces' audit logs. A log knows an event by (channel, seq), so one that comes twice is
 * stored once.
 */
export async function consumeAudit(batch: MessageBatch, env: Env): Promise<void> {
  await forEachWorkspace(batch, async (workspaceId, events) => {
    const loaded = await Promise.all(events.map((event) => load(env, event)));
    const lost = events.filter((_, index) => loaded[index] === null);
    await auditOf(env, workspaceId).append(loaded.filter((entry) => entry !== null));
    if (lost.length > 0) await doBury(env, 'audit', lost, "too large for the queue, and gone from the channel's log");
    await settle(env, 'audit', events);
  });
}

/** The event, from the channel itself when it was too large to travel; null when the channel has forgotten it. */
async function load(env: Env, { workspace, channel, seq, event }: LoggedEvent) {
  const json = event ?? (await channelOf(env, workspace, channel).logged(seq));
  return json === null ? null : { channel, seq, event: json };
}
