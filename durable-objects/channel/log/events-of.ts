import { channelTypeOf } from '../../../shared/channel.ts';
import { microsToTs } from '../../../shared/timestamps.ts';
import type { Channel } from '../context.ts';

/** The fields that every event has. `at` in microseconds. */
export function commonFields(channel: Channel, at: number) {
  return { channel: channel.row.id, event_ts: microsToTs(at) };
}

export function channelType(channel: Channel) {
  return { channel_type: channelTypeOf[channel.row.kind] };
}
