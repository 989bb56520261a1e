import type { Channel } from '../context.ts';
import { eventsAfter } from './log.ts';

/** Who reads the log through a queue. Each has its own queue, and its own cursor in every channel. */
export const pipelines = ['audit', 'unfurl'] as const;
export type Pipeline = (typeof pipelines)[number];

/**
 * Which events a pipeline publishes; it is over with the others as they come. Asked of the event as it is encoded, because
 * decoding every event for the few that have a link would cost more than it spares.
 */
const wants: Record<Pipeline, (json: string) => boolean> = {
  audit: () => true,
  unfurl: (json) => json.startsWith('{"type":"message"') && /https?:\/\//i.test(json),
};

/** What the outbox needs of a queue; bodies are JSON texts. */
export type EventQueue = {
  sendBatch(messages: { body: string; contentType: 'text' }[]): Promise<unknown>;
};

/** Limits of Cloudflare Queues, with room for what the queue adds to each message. */
const maxBatchCount = 100;
const maxBatchBytes = 240_000;
const maxMessageBytes = 120_000;

export type Cursor = { published: number; settled: number };

/** A pipeline that has never run starts at the first row that the log still has. */
export function getCursor(sql: SqlStorage, pipeline: Pipeline): Cursor {
  const row = sql.exec<Cursor>('SELECT published, settled FROM cursors WHERE pipeline = ?', pipeline).toArray()[0];
  const trimmed = (sql.exec<{ seq: number | null }>('SELECT min(seq) AS seq FROM log').one().seq ?? 1) - 1;
  return { published: Math.max(row?.published ?? 0, trimmed), settled: Math.max(row?.settled ?? 0, trimmed) };
}

/** Whether the pipeline has not had everything that was said of this message. */
export function isUnpublished(sql: SqlStorage, pipeline: Pipeline, item: number): boolean {
  const { published } = getCursor(sql, pipeline);
  return sql.exec('SELECT 1 FROM log WHERE seq > ? AND item = ? LIMIT 1', published, item).toArray().length > 0;
}

export function setCursor(sql: SqlStorage, pipeline: Pipeline, cursor: Cursor): void {
  sql.exec(
    'INSERT OR REPLACE INTO cursors (pipeline, published, settled) VALUES (?, ?, ?)',
    pipeline,
    cursor.published,
    cursor.settled,
  );
}

/**
 * Publishes what the pipeline has not had, batch by batch. The cursor moves only after the queue has taken a batch: a
 * crash in between publishes it again, and consumers know an event by (workspace, channel, seq). With a queue that
 * outlives the process, published is settled; with one in memory, only the consumer's word settles (`settle`).
 *
 * Over fewer events than `lag` that the pipeline does not want, the cursor stays: to look at them again is cheaper than to
 * write a row each time.
 */
export async function publish(
  channel: Channel,
  pipeline: Pipeline,
  queue: EventQueue,
  { settling, lag = 1 }: { settling: Settling; lag?: number },
): Promise<void> {
  for (;;) {
    const cursor = getCursor(channel.sql, pipeline);
    const batch = nextBatch(channel, pipeline, cursor.published);
    const isEmpty = batch.messages.length === 0;
    if (isEmpty && batch.last - cursor.published < lag) return;
    if (!isEmpty) await queue.sendBatch(batch.messages);
    // Read again: the consumer may have settled events while the queue took these.
    const { settled } = getCursor(channel.sql, pipeline);
    const isDurable = settling === 'durable';
    setCursor(channel.sql, pipeline, { published: batch.last, settled: isDurable ? batch.last : settled });
    if (!isDurable) settle(channel.sql, pipeline, batch.passedOver, settling);
  }
}

/** Whether the queue keeps what it took; where it does not, what consumers have settled ahead of the cursor. */
export type Settling = 'durable' | Set<number>;

type Batch = { messages: { body: string; contentType: 'text' }[]; passedOver: number[]; last: number };

function nextBatch(channel: Channel, pipeline: Pipeline, after: number): Batch {
  const batch: Batch = { messages: [], passedOver: [], last: after };
  let bytes = 0;
  for (const { seq, json } of eventsAfter(channel.sql, after, maxBatchCount)) {
    if (wants[pipeline](json)) {
      const body = envelope(channel, seq, json);
      const size = byteLength(body);
      if (bytes + size > maxBatchBytes) break;
      bytes += size;
      batch.messages.push({ body, contentType: 'text' });
    } else batch.passedOver.push(seq);
    batch.last = seq;
  }
  return batch;
}

/** The event as it stands in the log, put into its envelope without decoding it; too large a one stays behind. */
function envelope(channel: Channel, seq: number, json: string): string {
  const identity = `{"workspace":"${channel.row.workspace}","channel":"${channel.row.id}","seq":${seq}`;
  return byteLength(json) > maxMessageBytes ? `${identity}}` : `${identity},"event":${json}}`;
}

function byteLength(text: string): number {
  // A UTF-16 unit is at most three bytes of UTF-8; only long texts need the exact count.
  return text.length * 3 <= 3000 ? text.length * 3 : new TextEncoder().encode(text).length;
}

/**
 * Settles events on the word of their consumer, where queues live in memory. Consumers finish out of order: what is
 * ahead of the cursor waits in `ahead` (lost at a restart, and then published again).
 */
export function settle(sql: SqlStorage, pipeline: Pipeline, seqs: readonly number[], ahead: Set<number>): void {
  const cursor = getCursor(sql, pipeline);
  for (const seq of seqs) if (seq > cursor.settled) ahead.add(seq);
  let settled = cursor.settled;
  while (ahead.delete(settled + 1)) settled += 1;
  if (settled > cursor.settled) setCursor(sql, pipeline, { ...cursor, settled });
}

/** Goes back to what is settled, so that the rest is published again. */
export function rewind(sql: SqlStorage, pipeline: Pipeline): void {
  const cursor = getCursor(sql, pipeline);
  if (cursor.published > cursor.settled) setCursor(sql, pipeline, { ...cursor, published: cursor.settled });
}

/** What every pipeline has settled: the log may be trimmed up to here. */
export function settledByAll(sql: SqlStorage): number {
  return Math.min(...pipelines.map((pipeline) => getCursor(sql, pipeline).settled));
}
