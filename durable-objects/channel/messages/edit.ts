import { isDescription, type MessageDeleted } from '../../../shared/events.ts';
import type { Message } from '../../../shared/message.ts';
import { microsToTs } from '../../../shared/timestamps.ts';
import { refuse, type Outcome } from '../../../shared/errors.ts';
import { isAdministrator } from '../../../shared/user.ts';
import { accessMessageForWriting } from './access-message.ts';
import { callOfAll, callsIn, checkMayCall, doRecall, doUncall } from '../unread/calls.ts';
import { changeMessage } from './change-message.ts';
import { checkContent, wellFormed, type Content } from './check-content.ts';
import type { Channel, Viewer } from '../context.ts';
import { channelType, commonFields } from '../log/events-of.ts';
import { dropThread, flagThreadRead } from '../unread/followers.ts';
import { appendEvent, eraseFromLog } from '../log/log.ts';
import {
  encodeExtra,
  getMessageRow,
  isByHand,
  parseExtra,
  threadSummary,
  toOneMessage,
  type MessageRow,
} from './message-rows.ts';
import { withoutDroppedPreviews } from '../attached/previews.ts';
import { markQuotesGone } from '../attached/quotes.ts';
import { uncountReply } from './reply-counts.ts';
import { flagRead } from '../unread/to-tell.ts';

/** Former blocks go with the former text; former attachments stay unless there are new ones, or their link is gone. */
export type Edit = Content & { ts: string };

/** Changes a message's words. The former ones go into the event, for the audit log; nobody else is shown them. */
export function doEdit(opened: Channel | null, viewer: Viewer, edit: Edit): Outcome<{ ts: string; message: Message }> {
  const access = accessMessageForWriting(opened, viewer, edit.ts);
  if (!access.ok) return access;
  const { channel, row } = access;
  if (row.user_id !== viewer.userId || !isByHand(row)) return refuse('cant_update_message');
  const content = wellFormed(edit);
  const refusal = checkContent(content);
  if (refusal) return refusal;

  const calls = callsIn(channel, content.text, row);
  const forbidden = callOfAll(channel.sql, row.id) ? null : checkMayCall(channel, viewer, calls);
  if (forbidden) return forbidden;

  const at = channel.nextMicros();
  const { blocks: _formerBlocks, attachments: formerAttachments, ...extra } = parseExtra(row.extra);
  const attachments = content.attachments ?? withoutDroppedPreviews(formerAttachments, row.text, content.text);
  const edited: MessageRow = {
    ...row,
    text: content.text,
    extra: encodeExtra({
      ...extra,
      ...(content.blocks ? { blocks: content.blocks } : {}),
      ...(attachments === undefined ? {} : { attachments }),
    }),
    edited: at,
    edited_by: viewer.userId,
  };
  const message = changeMessage(channel, at, row, edited);
  doRecall(channel, row, edited, calls, at);
  return { ok: true, ts: edit.ts, message };
}

/**
 * Deletes a message: its text leaves the table and the log. The emptied row stays, so that a retried send does not bring
 * it back, and shows as a tombstone while a thread hangs on it.
 */
export function doDelete(opened: Channel | null, viewer: Viewer, ts: string): Outcome<{ ts: string }> {
  const access = accessMessageForWriting(opened, viewer, ts);
  if (!access.ok) return access;
  const { channel, row } = access;
  if (row.user_id !== viewer.userId && !isAdministrator(viewer.role)) return refuse('cant_delete_message');

  const keepsThread = threadSummary(row) !== null;
  channel.sql.exec(
    'UPDATE messages SET erased = 1, shown = ?, text = ?, extra = NULL, edited = NULL, edited_by = NULL WHERE id = ?',
    keepsThread ? 1 : 0,
    '',
    row.id,
  );
  doUncall(channel, row);
  if (row.shown) flagRead(channel, row.id);
  channel.sql.exec('DELETE FROM reactions WHERE message = ?', row.id);
  channel.sql.exec('DELETE FROM pins WHERE message = ?', row.id);
  channel.sql.exec('DELETE FROM withdrawn_previews WHERE message = ?', row.id);
  markQuotesGone(channel.sql, row.id);
  const root = row.thread === null ? null : uncountReply(channel.sql, row.thread, row);
  if (row.thread !== null) flagThreadRead(channel.sql, row.thread, row.id);
  if (row.thread === null && !keepsThread) dropThread(channel.sql, row.id);
  const at = channel.nextMicros();
  const event = deletion(channel, at, viewer, row, root);
  // A line that tells of a topic or purpose stays in the log: readers learn of it there, and the channel still says it.
  if (!isDescription(parseExtra(row.extra).subtype)) eraseFromLog(channel, row.id, event);
  appendEvent(channel, at, event, row.id);
  if (root?.erased && threadSummary(root) === null) dropTombstone(channel, viewer, root);
  return { ok: true, ts };
}

function deletion(
  channel: Channel,
  at: number,
  viewer: Viewer,
  row: MessageRow,
  root: MessageRow | null,
): MessageDeleted {
  const left = getMessageRow(channel.sql, row.id);
  return {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    ts: microsToTs(at),
    deleted_ts: microsToTs(row.id),
    ...commonFields(channel, at),
    ...channelType(channel),
    actor: viewer.userId,
    ...(row.thread === null ? {} : { thread_ts: microsToTs(row.thread) }),
    ...(root ? { root: threadSummary(root) ?? { reply_count: 0, reply_users_count: 0, reply_users: [] } } : {}),
    ...(left?.shown ? { tombstone: toOneMessage(channel.sql, channel.row.id, left) } : {}),
  };
}

/** The thread's last reply is gone, and its root was before: nothing is left to show. */
function dropTombstone(channel: Channel, viewer: Viewer, root: MessageRow): void {
  channel.sql.exec('UPDATE messages SET shown = 0 WHERE id = ?', root.id);
  dropThread(channel.sql, root.id);
  const at = channel.nextMicros();
  appendEvent(channel, at, deletion(channel, at, viewer, root, null), root.id);
}
