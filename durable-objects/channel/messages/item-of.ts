import { microsToTs } from '../../../shared/timestamps.ts';
import type { Channel } from '../context.ts';
import type { MessageRow } from './message-rows.ts';

/** How events name the message that something hangs on; with its thread, when only that shows it. */
export function itemOf(channel: Channel, row: MessageRow) {
  return {
    type: 'message' as const,
    channel: channel.row.id,
    ts: microsToTs(row.id),
    ...(row.thread === null || row.shown ? {} : { thread_ts: microsToTs(row.thread) }),
  };
}
