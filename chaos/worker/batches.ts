import product from '../../workers/index.ts';
import { getLoggedEvent } from '../../workers/consumers/logged-event.ts';
import { poisonModulus } from './faults.ts';
import { happens, isPoisoned } from './misfortune.ts';

/** The product's consumer, and what happens to it: it fails, dies half-way, does its work twice, or never succeeds with some. */
export async function consume(batch: MessageBatch, env: Env): Promise<void> {
  const isAudit = batch.queue === 'edgeways-audit';
  const poisoned = isAudit ? batch.messages.filter(isPoisonedMessage) : [];
  // Without the consumer's growing delays, so that a run sees the end of it.
  for (const message of poisoned) message.retry({ delaySeconds: 0 });
  const rest = batch.messages.filter((message) => !poisoned.includes(message));
  if (rest.length === 0) return;
  if (happens('consumerFails')) throw new Error('chaos: the consumer failed');
  if (happens('consumerDies')) {
    const half = rest.slice(0, Math.ceil(rest.length / 2));
    await product.queue(batchOf(batch, half.map(withoutAcknowledgement)), env);
    throw new Error('chaos: the consumer died half-way');
  }
  if (happens('consumerTwice')) await product.queue(batchOf(batch, rest.map(withoutAcknowledgement).toReversed()), env);
  await product.queue(batchOf(batch, rest), env);
}

function isPoisonedMessage({ body }: Message): boolean {
  const event = getLoggedEvent(body);
  return event !== null && isPoisoned(event.seq, poisonModulus);
}

function batchOf(batch: MessageBatch, messages: readonly Message[]): MessageBatch {
  const { queue, metadata } = batch;
  return { queue, metadata, messages, ackAll: () => batch.ackAll(), retryAll: (options) => batch.retryAll(options) };
}

function withoutAcknowledgement({ id, timestamp, body, attempts }: Message): Message {
  return { id, timestamp, body, attempts, ack() {}, retry() {} };
}
