import type { Message } from '../../../shared/message.ts';
import { microsToTs } from '../../../shared/timestamps.ts';
import type { Channel } from '../context.ts';
import { channelType, commonFields } from '../log/events-of.ts';
import { appendEvent } from '../log/log.ts';
import { toOneMessage, type MessageRow } from './message-rows.ts';

/**
 * Writes a message that says something else now, or has something else under it, and its event. What it was before goes
 * into the event, for the audit log. `at` in microseconds.
 */
export function changeMessage(channel: Channel, at: number, before: MessageRow, after: MessageRow): Message {
  const { sql } = channel;
  const previous = toOneMessage(sql, channel.row.id, before);
  sql.exec(
    'UPDATE messages SET text = ?, extra = ?, edited = ?, edited_by = ? WHERE id = ?',
    after.text,
    after.extra,
    after.edited,
    after.edited_by,
    after.id,
  );
  const message = toOneMessage(sql, channel.row.id, after);
  appendEvent(
    channel,
    at,
    {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      ts: microsToTs(at),
      ...commonFields(channel, at),
      ...channelType(channel),
      message,
      previous_message: previous,
    },
    after.id,
  );
  return message;
}
