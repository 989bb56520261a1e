import type { Message } from '../../../shared/message.ts';
import { refuse, type Outcome } from '../../../shared/errors.ts';
import { tsToMicros } from '../../../shared/timestamps.ts';
import { accessChannel } from '../access.ts';
import { accessMessageForWriting } from '../messages/access-message.ts';
import { pinCount, type Channel, type Viewer } from '../context.ts';
import { commonFields } from '../log/events-of.ts';
import { fillPage, lengthOf } from '../messages/fill-page.ts';
import { itemOf } from '../messages/item-of.ts';
import { appendEvent } from '../log/log.ts';
import { toMessages, type MessageRow } from '../messages/message-rows.ts';

/** Pins in one channel, as in Slack. */
export const maxPins = 100;

/** Pins a message. Anybody in the channel pins and unpins. */
export function doPin(opened: Channel | null, viewer: Viewer, ts: string): Outcome<object> {
  const access = accessMessageForWriting(opened, viewer, ts);
  if (!access.ok) return access;
  const { channel, row } = access;
  if (isPinned(channel.sql, row.id)) return refuse('already_pinned');
  if (pinCount(channel.sql) >= maxPins) return refuse('too_many_pins');
  const at = channel.nextMicros();
  channel.sql.exec(
    'INSERT INTO pins (message, user_id, pinned) VALUES (?, ?, ?)',
    row.id,
    viewer.userId,
    Math.floor(at / 1_000_000),
  );
  appendPin(channel, at, 'pin_added', viewer, row);
  return { ok: true };
}

export function doUnpin(opened: Channel | null, viewer: Viewer, ts: string): Outcome<object> {
  const access = accessMessageForWriting(opened, viewer, ts);
  if (!access.ok) return access;
  const { channel, row } = access;
  if (!isPinned(channel.sql, row.id)) return refuse('no_pin');
  channel.sql.exec('DELETE FROM pins WHERE message = ?', row.id);
  appendPin(channel, channel.nextMicros(), 'pin_removed', viewer, row);
  return { ok: true };
}

/** `created` in seconds since 1970. */
export type Pin = { message: Message; user: string; created: number };

/** The pin that others come after: of the message with this `ts`, created then. */
export type PinPlace = { created: number; ts: string };

/** The channel's pins, the latest first, or those after one; as many as an answer holds. */
export function readPins(
  opened: Channel | null,
  viewer: Viewer,
  after: PinPlace | null,
): Outcome<{ pins: Pin[]; hasMore: boolean }> {
  const access = accessChannel(opened, viewer);
  if (!access.ok) return access;
  const { channel } = access;
  const { taken: rows, hasMore } = fillPage(
    channel.sql.exec<MessageRow & { pinned_by: string; pinned: number }>(
      `SELECT messages.*, pins.user_id AS pinned_by, pinned FROM pins JOIN messages ON messages.id = pins.message
       WHERE erased = 0 AND (pinned, messages.id) < (?, ?) ORDER BY pinned DESC, messages.id DESC`,
      after?.created ?? Number.MAX_SAFE_INTEGER,
      after ? tsToMicros(after.ts) : 0,
    ),
    lengthOf,
  );
  const messages = toMessages(channel.sql, channel.row.id, rows);
  const pins = rows.flatMap(({ pinned_by: user, pinned: created }, i) => {
    const message = messages[i];
    return message ? [{ message, user, created }] : [];
  });
  return { ok: true, pins, hasMore };
}

function isPinned(sql: SqlStorage, message: number): boolean {
  return sql.exec('SELECT 1 FROM pins WHERE message = ?', message).toArray().length > 0;
}

function appendPin(
  channel: Channel,
  at: number,
  type: 'pin_added' | 'pin_removed',
  { userId }: Viewer,
  row: MessageRow,
): void {
  appendEvent(channel, at, { type, ...commonFields(channel, at), user: userId, item: itemOf(channel, row) }, row.id);
}
