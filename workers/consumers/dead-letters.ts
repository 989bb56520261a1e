import type { Pipeline } from '../../durable-objects/channel/log/outbox.ts';
import { deadLetters } from '../../migrations/shard/schema.ts';
import { getShard } from '../../migrations/shards.ts';
import { forEachWorkspace } from './by-workspace.ts';
import type { LoggedEvent } from './logged-event.ts';
import { settle } from './settle.ts';

/** Keeps account of the events that a pipeline gave up on, so that they can be replayed from the channels' logs. */
export async function consumeDeadLetters(batch: MessageBatch, env: Env, pipeline: Pipeline): Promise<void> {
  await forEachWorkspace(batch, async (_workspaceId, events) => {
    await doBury(env, pipeline, events, 'every try failed');
    await settle(env, pipeline, events);
  });
}

/** Notes events, all of one workspace, as given up; the newest reason stands. */
export async function doBury(
  env: Env,
  pipeline: Pipeline,
  events: readonly LoggedEvent[],
  reason: string,
): Promise<void> {
  const [first, ...rest] = events;
  const db = first && (await getShard(env, first.workspace));
  if (!db) return console.error(`dead letters of no workspace: ${events.length}`);
  const at = Math.floor(Date.now() / 1000);
  const bury = ({ workspace, channel, seq }: LoggedEvent) =>
    db
      .insert(deadLetters)
      .values({ workspaceId: workspace, pipeline, channelId: channel, seq, error: reason, at })
      .onConflictDoUpdate({
        target: [deadLetters.workspaceId, deadLetters.pipeline, deadLetters.channelId, deadLetters.seq],
        set: { error: reason, at },
      });
  await db.batch([bury(first), ...rest.map(bury)]);
}
