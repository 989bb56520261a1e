import type { Message, Reaction } from '../../shared/message.ts';
import { refuse, type Outcome } from '../../shared/errors.ts';
import { accessChannel } from './access.ts';
import { accessMessageForWriting } from './access-message.ts';
import type { Channel, Viewer } from './context.ts';
import { commonFields } from './events-of.ts';
import { itemOf } from './item-of.ts';
import { appendEvent } from './log.ts';
import { addNotice, withdrawReaction } from './notices.ts';
import { reactionsOf, toMessages, type MessageRow } from './message-rows.ts';

/** Kinds of reactions on one message. Slack's limit for one person is 23; a message there takes 50 kinds. */
export const maxReactionKinds = 50;

export type Reacting = { ts: string; name: string };

/** Adds the viewer's reaction. `name` without colons; whether there is such an emoji is checked where the directory is. */
export function doReact(opened: Channel | null, viewer: Viewer, { ts, name }: Reacting): Outcome<object> {
  const access = accessMessageForWriting(opened, viewer, ts);
  if (!access.ok) return access;
  const { channel, row } = access;
  const before = reactionsOf(channel.sql, row.id);
  if (hasReacted(channel.sql, row.id, name, viewer.userId)) return refuse('already_reacted');
  if (before.length >= maxReactionKinds && !before.some((reaction) => reaction.name === name)) {
    return refuse('too_many_emoji');
  }
  const at = channel.nextMicros();
  channel.sql.exec(
    'INSERT INTO reactions (message, name, user_id, position) VALUES (?, ?, ?, ?)',
    row.id,
    name,
    viewer.userId,
    at,
  );
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

/** A message that somebody reacted to, and when they did so last: microseconds. */
export type ReactedTo = { at: number; message: Message };

/** Messages that `userId` reacted to before `before`, latest reaction first. A message is there once, at its latest. */
export function readReactedTo(
  opened: Channel | null,
  viewer: Viewer,
  userId: string,
  { before, limit }: { before: number; limit: number },
): Outcome<{ items: ReactedTo[] }> {
  const access = accessChannel(opened, viewer);
  if (!access.ok) return access;
  const { channel } = access;
  const rows = channel.sql
    .exec<MessageRow & { at: number }>(
      `SELECT messages.*, at FROM (
         SELECT message, max(position) AS at FROM reactions WHERE user_id = ?
         GROUP BY message HAVING max(position) < ? ORDER BY at DESC LIMIT ?
       ) JOIN messages ON messages.id = message ORDER BY at DESC`,
      userId,
      before,
      limit,
    )
    .toArray();
  const messages = toMessages(channel.sql, channel.row.id, rows);
  return { ok: true, items: messages.map((message, i) => ({ at: rows[i]?.at ?? 0, message })) };
}
