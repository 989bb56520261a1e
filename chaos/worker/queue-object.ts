import { DurableObject } from 'cloudflare:workers';
import { consume } from './batches.ts';
import { happens } from './misfortune.ts';

type Row = { id: number; body: string; attempts: number };

/** As in wrangler.toml, and without the consumers' growing delays: a run has minutes. */
const maxRetries = 5;
const maxBatch = 100;
const pause = 200;

/**
 * A queue that outlives the process, as Cloudflare's do and those of one machine do not: with it a run is as the product is
 * deployed. It delivers in any order, at least once, and gives up on what fails too often (to `<queue>-dead`).
 */
export class QueueObject extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.storage.sql.exec(
      'CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY, body TEXT NOT NULL, attempts INTEGER NOT NULL)',
    );
  }

  async add(bodies: readonly string[]): Promise<void> {
    for (const body of bodies) this.ctx.storage.sql.exec('INSERT INTO messages (body, attempts) VALUES (?, 1)', body);
    await this.ctx.storage.setAlarm(Date.now() + pause);
  }

  override async alarm(): Promise<void> {
    const { sql } = this.ctx.storage;
    const rows = sql.exec<Row>(`SELECT * FROM messages ORDER BY random() LIMIT ${maxBatch}`).toArray();
    const queue = this.ctx.id.name ?? '';
    const acknowledged = new Set<string>();
    const messages = rows.map((row) => messageOf(row, acknowledged));
    const batch = { queue, messages, metadata: noMetrics, ackAll() {}, retryAll() {} };
    await consume(batch, { ...this.env, QUEUES: 'durable' }).catch(() => undefined);
    const dead: string[] = [];
    for (const { id, body, attempts } of rows) {
      // What was acknowledged comes again all the same now and then.
      if (acknowledged.has(String(id)) && !happens('consumerTwice')) sql.exec('DELETE FROM messages WHERE id = ?', id);
      else if (attempts <= maxRetries || queue.endsWith('-dead'))
        sql.exec('UPDATE messages SET attempts = attempts + 1 WHERE id = ?', id);
      else {
        dead.push(body);
        sql.exec('DELETE FROM messages WHERE id = ?', id);
      }
    }
    if (dead.length > 0) await queueNamed(this.env, `${queue}-dead`).add(dead);
    if (sql.exec('SELECT 1 FROM messages LIMIT 1').toArray().length > 0)
      await this.ctx.storage.setAlarm(Date.now() + pause);
  }
}

const noMetrics = { metrics: { backlogCount: 0, backlogBytes: 0, oldestMessageTimestamp: new Date(0) } };

function messageOf({ id, body, attempts }: Row, acknowledged: Set<string>): Message {
  return {
    id: String(id),
    timestamp: new Date(0),
    body,
    attempts,
    ack: () => void acknowledged.add(String(id)),
    retry() {},
  };
}

/** The tree's wrangler.toml has this binding besides the product's; see chaos/stage/tree.ts. */
export type ChaosEnv = Env & { CHAOS_QUEUE: DurableObjectNamespace<QueueObject>; CHAOS_QUEUES: string };

export function hasOwnQueues(env: Env): env is ChaosEnv {
  return 'CHAOS_QUEUES' in env && env.CHAOS_QUEUES === 'durable';
}

export function queueNamed(env: Env, name: string): DurableObjectStub<QueueObject> {
  if (!hasOwnQueues(env)) throw new Error('there are no such queues here');
  return env.CHAOS_QUEUE.getByName(name);
}
