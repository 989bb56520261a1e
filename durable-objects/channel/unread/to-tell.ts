import { memberCount, type Channel } from '../context.ts';
import type { MessageRow } from '../messages/message-rows.ts';
import { newestIn } from '../messages/newest.ts';
import { beginRound } from '../telling/round.ts';

/**
 * Of so many members at most, all are dealt with at once, in the stretch that concerns them; of more, in slices after it
 * (a round). To so many people at most sessions are told from here; to more, through a queue.
 */
export const fewPeople = 200;

/** What this member's session was told of the channel is not so any more; what is on its way by a queue is compared later. */
export function flagMember(sql: SqlStorage, userId: string): void {
  sql.exec('UPDATE members SET knows = 2 WHERE user_id = ? AND knows < 2', userId);
}

/** A message calls the person, or does not any more; to whoever has read it that is nothing. */
export function flagCalled(sql: SqlStorage, userId: string, message: number): void {
  sql.exec('UPDATE members SET knows = 2 WHERE user_id = ? AND last_read < ? AND knows <> 3', userId, message);
}

/** The same, when it calls everybody; when it does not any more, also whoever has read it. */
export function flagEverybody(
  channel: Channel,
  { id, user_id: author }: Pick<MessageRow, 'id' | 'user_id'>,
  isGone = false,
): void {
  if (memberCount(channel) > fewPeople) return beginRound(channel, { forced: true });
  channel.sql.exec(
    'UPDATE members SET knows = 2 WHERE (last_read < ? OR ?) AND user_id IS NOT ? AND knows <> 3',
    id,
    Number(isGone),
    author,
  );
}

/** A message of the history is gone: whoever had nothing else to read has read everything. */
export function flagRead(channel: Channel, message: number): void {
  if (channel.newest?.id === message || channel.newest?.idByOthers === message) channel.newest = null;
  const newest = newestIn(channel);
  // What is left is newer for everybody.
  if (message < newest.idByOthers) return;
  if (memberCount(channel) > fewPeople) return beginRound(channel, { forced: false });
  channel.sql.exec(
    `UPDATE members SET knows = 2 WHERE knows = 1 AND last_read < ?
     AND last_read >= CASE WHEN user_id IS ? THEN ? ELSE ? END`,
    message,
    newest.by,
    newest.idByOthers,
    newest.id,
  );
}
