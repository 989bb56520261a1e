import { consumeAudit } from './audit.ts';
import { consumeDeadLetters } from './dead-letters.ts';
import { consumeNews } from './news.ts';
import { consumeUnfurl } from './unfurl.ts';

/** Gives a batch to the consumer of its queue. */
export async function consume(batch: MessageBatch, env: Env): Promise<void> {
  switch (batch.queue) {
    case 'edgeways-audit':
      return consumeAudit(batch, env);
    case 'edgeways-audit-dead':
      return consumeDeadLetters(batch, env, 'audit');
    case 'edgeways-unfurl':
      return consumeUnfurl(batch, env);
    case 'edgeways-unfurl-dead':
      return consumeDeadLetters(batch, env, 'unfurl');
    case 'edgeways-news':
      return consumeNews(batch, env);
    default:
      // Not acknowledged, so the messages are still there when a version that knows the queue is deployed.
      throw new Error(`no consumer for the queue ${batch.queue}`);
  }
}
