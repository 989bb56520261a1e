import type { Reaction } from '../../../shared/message.ts';
import { refuse, type Outcome } from '../../../shared/errors.ts';
import { microsToTs } from '../../../shared/timestamps.ts';
import { accessChannel } from '../access.ts';
import { accessMessageForWriting } from '../messages/access-message.ts';
import type { Channel, Viewer } from '../context.ts';
import { commonFields } from '../log/events-of.ts';
import { itemOf } from '../messages/item-of.ts';
import { appendEvent } from '../log/log.ts';
import { addNotice, withdrawReaction } from '../unread/notices.ts';
import { countReactionKinds, insertReaction, reactionsOf, type MessageRow } from '../messages/message-rows.ts';

/** Kinds of reactions on one message. Slack's limit for one person is 23; a message there takes 50 kinds. */
export const maxReactionKinds = 50;

export type Reacting = { ts: string; name: string };

/** Adds the viewer's reaction. `name` without colons; whether there is such an emoji is checked where the directory is. */
export function doReact(opened: Channel | null, viewer: Viewer, { ts, name }: Reacting): Outcome<object> {
  const access = accessMessageForWriting(opened, viewer, ts);
  if (!access.ok) return access;
  const { channel, row } = access;
  if (hasReacted(channel.sql, row.id, name, viewer.userId)) return refuse('already_reacted');
  if (!isInUse(channel.sql, row.id, name) && countReactionKinds(channel.sql, row.id) >= maxReactionKinds) {
    return refuse('too_many_emoji');
  }
  const at = channel.nextMicros();
  insertReaction(channel.sql, row.id, name, viewer.userId, at);
  appendReaction(channel, at, 'reaction_added', viewer, row, name);
  if (row.user_id !== null && row.user_id !== viewer.userId) {
    const notice = { at, kind: 'reaction', message: row.id, thread: row.thread } as const;
    addNotice(channel, row.user_id, { ...notice, actor: viewer.userId, emoji: name });
  }
  return { ok: true };
}

/** Takes the viewer's reaction back. */
export function doUnreact(opened: Channel | null, viewer: Viewer, { ts, name }: Reacting): Outcome<object> {
  const access = accessMessageForWriting(opened, viewer, ts);
  if (!access.ok) return access;
  const { channel, row } = access;
  if (!hasReacted(channel.sql, row.id, name, viewer.userId)) return refuse('no_reaction');
  const { userId } = viewer;
  channel.sql.exec('DELETE FROM reactions WHERE message = ? AND name = ? AND user_id = ?', row.id, name, userId);
  appendReaction(channel, channel.nextMicros(), 'reaction_removed', viewer, row, name);
  withdrawReaction(channel.sql, row.id, userId, name);
  return { ok: true };
}

function hasReacted(sql: SqlStorage, message: number, name: string, userId: string): boolean {
  return (
    sql.exec('SELECT 1 FROM reactions WHERE message = ? AND name = ? AND user_id = ?', message, name, userId).toArray()
      .length > 0
  );
}

function isInUse(sql: SqlStorage, message: number, name: string): boolean {
  return sql.exec('SELECT 1 FROM reactions WHERE message = ? AND name = ? LIMIT 1', message, name).toArray().length > 0;
}

function appendReaction(
  channel: Channel,
  at: number,
  type: 'reaction_added' | 'reaction_removed',
  viewer: Viewer,
  row: MessageRow,
  name: string,
): void {
  const reactions: Reaction[] = reactionsOf(channel.sql, row.id);
  appendEvent(
    channel,
    at,
    {
      type,
      ...commonFields(channel, at),
      user: viewer.userId,
      reaction: name,
      item: itemOf(channel, row),
      ...(row.user_id === null ? {} : { item_user: row.user_id }),
      reactions,
    },
    row.id,
  );
}

/** Where a message is that somebody reacted to, and when they did so last: microseconds. */
export type ReactedTo = { at: number; ts: string };

/** Messages that `userId` reacted to before `before`, latest reaction first. A message is there once, at its latest. */
export function readReactedTo(
  opened: Channel | null,
  viewer: Viewer,
  userId: string,
  { before, limit }: { before: number; limit: number },
): Outcome<{ items: ReactedTo[] }> {
  const access = accessChannel(opened, viewer);
  if (!access.ok) return access;
  const rows = access.channel.sql
    .exec<{ message: number; at: number }>(
      `SELECT message, max(position) AS at FROM reactions WHERE user_id = ?
       GROUP BY message HAVING max(position) < ? ORDER BY at DESC LIMIT ?`,
      userId,
      before,
      limit,
    )
    .toArray();
  return { ok: true, items: rows.map(({ at, message }) => ({ at, ts: microsToTs(message) })) };
}
