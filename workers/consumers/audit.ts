import type { AuditEntry } from '../../durable-objects/audit/audit-rpc.ts';
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
    const lost: LoggedEvent[] = [];
    let waiting: AuditEntry[] = [];
    let length = 0;
    const append = async () => {
      await auditOf(env, workspaceId).append(waiting);
      waiting = [];
      length = 0;
    };
    for (const event of events) {
      const entry = await load(env, event);
      if (!entry) {
        lost.push(event);
        continue;
      }
      if (length + entry.event.length > maxCallLength) await append();
      waiting.push(entry);
      length += entry.event.length;
    }
    await append();
    if (lost.length > 0) await doBury(env, 'audit', lost, "too large for the queue, and gone from the channel's log");
    await settle(env, 'audit', events);
  });
}

/** Characters of events in one call: objects take 32 MiB, and a batch of a hundred of the largest is more. */
const maxCallLength = 2_000_000;

/** The event, from the channel itself when it was too large to travel; null when the channel has forgotten it. */
async function load(env: Env, { workspace, channel, seq, event }: LoggedEvent): Promise<AuditEntry | null> {
  const json = event ?? (await channelOf(env, workspace, channel).logged(seq));
  return json === null ? null : { channel, seq, event: json };
}
