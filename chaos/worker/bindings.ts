import { failing } from './misfortune.ts';
import { hasOwnQueues, queueNamed } from './queue-object.ts';

/** How a queue takes messages. */
type Taking = Pick<Queue, 'send' | 'sendBatch'>;

/**
 * The bindings of an object, with queues that sometimes do not take what they are given, or do and cannot say so; and, where
 * a run wants that, queues that outlive the process, which the product is told of as it is on Cloudflare.
 */
export function unreliable(env: Env): Env {
  const isDurable = hasOwnQueues(env);
  const taking = (queue: Queue, name: string): Queue =>
    Object.assign(Object.create(queue), unreliableQueue(isDurable ? lastingQueue(env, name) : queue));
  return {
    ...env,
    QUEUES: isDurable ? 'durable' : env.QUEUES,
    AUDIT_QUEUE: taking(env.AUDIT_QUEUE, 'edgeways-audit'),
    NEWS_QUEUE: taking(env.NEWS_QUEUE, 'edgeways-news'),
  };
}

function unreliableQueue(queue: Taking): Taking {
  return {
    send: (...args) => failing('queueFails', () => queue.send(...args)),
    sendBatch: (...args) => failing('queueFails', () => queue.sendBatch(...args)),
  };
}

function lastingQueue(env: Env, name: string): Taking {
  const add = async (bodies: unknown[]) => {
    await queueNamed(env, name).add(bodies.map(String));
    return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0, oldestMessageTimestamp: new Date(0) } } };
  };
  return {
    send: (body) => add([body]),
    sendBatch: (messages) => add([...messages].map(({ body }) => body)),
  };
}
