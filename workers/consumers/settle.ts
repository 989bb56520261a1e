import type { Pipeline } from '../../durable-objects/channel/log/outbox.ts';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import type { LoggedEvent } from './logged-event.ts';

/**
 * Tells the channels that their events were taken care of. Only where queues live in memory: elsewhere an event is safe
 * once it is published, and a call for each batch would be paid for nothing.
 */
export async function settle(env: Env, pipeline: Pipeline, events: readonly LoggedEvent[]): Promise<void> {
  if (env.QUEUES !== 'memory') return;
  const byChannel = Object.values(Object.groupBy(events, ({ workspace, channel }) => `${workspace}:${channel}`));
  await Promise.all(
    byChannel.map(async (ofChannel = []) => {
      const [first] = ofChannel;
      const seqs = ofChannel.map(({ seq }) => seq);
      if (first) await channelOf(env, first.workspace, first.channel).settle(pipeline, seqs);
    }),
  );
}
