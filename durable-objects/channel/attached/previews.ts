import { z } from 'zod';
import { refuse, type Outcome } from '../../../shared/errors.ts';
import { isChanged, isPosted, type ChannelEvent } from '../../../shared/events.ts';
import { maxAttachments, maxBlocksLength } from '../../../shared/message.ts';
import { findLinks } from '../../../shared/mrkdwn/links.ts';
import { accessMessage, accessMessageForWriting } from '../messages/access-message.ts';
import { changeMessage } from '../messages/change-message.ts';
import type { Channel, Viewer } from '../context.ts';
import { rewriteInLog } from '../log/log.ts';
import { encodeExtra, isByHand, parseExtra, type MessageRow } from '../messages/message-rows.ts';

/** Links of one message that get a preview. */
export const maxPreviews = 5;

/** What is shown under a message: an attachment of Slack's. One that previews a link names it as `from_url`. */
export type Attachment = { [field: string]: unknown };

/** A link of a message, and what to show of it. */
export type Unfurl = { url: string; attachment: Attachment };

/**
 * Who previews: the consumer that fetched the links (null), or somebody by the API. People do so for what they wrote
 * themselves; an app may also for what others wrote, which is what `links:write` is for.
 */
export type Unfurler = { viewer: Viewer; isApp: boolean } | null;

const Attachments = z.array(z.looseObject({}));

/** The link that an attachment previews; null when it is something else. */
function linkOf({ from_url: url }: Attachment): string | null {
  return typeof url === 'string' ? url : null;
}

/**
 * Puts previews of links under the message that has the links. Repeating it changes nothing; links that the message does
 * not have any more, and those whose preview its author took away, are passed over, since fetching takes its time.
 */
export function doUnfurl(
  opened: Channel | null,
  by: Unfurler,
  ts: string,
  unfurls: readonly Unfurl[],
): Outcome<object> {
  const access = accessForUnfurling(opened, by, ts);
  if (!access.ok) return access;
  const { channel, row } = access;
  const links = new Set(findLinks(row.text));
  if (by && unfurls.some(({ url }) => !links.has(url))) return refuse('cannot_unfurl_url');
  const withdrawn = withdrawnOf(channel.sql, row.id);
  const before = attachmentsOf(row);
  const wanted = unfurls.filter(
    ({ url }) =>
      links.has(url) &&
      !withdrawn.has(url) &&
      (by !== null || !before.some((attachment) => linkOf(attachment) === url)),
  );
  let attachments = withoutLinks(before, new Set(wanted.map(({ url }) => url)));
  for (const { url, attachment } of wanted) {
    const more = [...attachments, { ...attachment, from_url: url }];
    if (hasRoom(row, more)) attachments = more;
  }
  setAttachments(channel, row, before, attachments, 'told');
  return { ok: true };
}

/**
 * Takes a link's preview away for good. Only the author may, whose message it hangs on; or nobody in particular (null),
 * when the message that it quotes is gone, whose words then leave the log too.
 */
export function doWithdrawPreview(
  opened: Channel | null,
  viewer: Viewer | null,
  ts: string,
  url: string,
): Outcome<object> {
  const access = viewer ? accessMessageForWriting(opened, viewer, ts) : accessMessage(opened, ts);
  if (!access.ok) return access;
  const { channel, row } = access;
  if (viewer && row.user_id !== viewer.userId) return refuse('cant_update_message');
  const before = attachmentsOf(row);
  const left = withoutLinks(before, new Set([url]));
  // Also when the message has the link no more: its log may.
  if (!viewer) rewriteInLog(channel, row.id, (event) => withoutPreview(event, url));
  // Any other text would be kept for nothing.
  if (viewer && left.length === before.length && !findLinks(row.text).includes(url)) return { ok: true };
  channel.sql.exec('INSERT OR IGNORE INTO withdrawn_previews (message, url) VALUES (?, ?)', row.id, url);
  setAttachments(channel, row, before, left, viewer ? 'told' : 'forgotten');
  return { ok: true };
}

/** The attachments of a message whose text changes: without the previews of links that it had and has no more. */
export function withoutDroppedPreviews(attachments: unknown, textBefore: string, textAfter: string): unknown {
  const list = Attachments.safeParse(attachments);
  if (!list.success) return attachments;
  const kept = new Set(findLinks(textAfter));
  const dropped = new Set(findLinks(textBefore).filter((url) => !kept.has(url)));
  const left = withoutLinks(list.data, dropped);
  return left.length === 0 ? undefined : left;
}

function accessForUnfurling(
  opened: Channel | null,
  by: Unfurler,
  ts: string,
): Outcome<{ channel: Channel; row: MessageRow }> {
  if (by) {
    const access = accessMessageForWriting(opened, by.viewer, ts);
    if (!access.ok) return access;
    const may = isByHand(access.row) && (by.isApp || access.row.user_id === by.viewer.userId);
    return may ? access : refuse('cannot_unfurl_message');
  }
  return accessMessage(opened, ts);
}

function withoutLinks(attachments: readonly Attachment[], links: ReadonlySet<string>): Attachment[] {
  return attachments.filter((attachment) => !links.has(linkOf(attachment) ?? ''));
}

export function attachmentsOf(row: Pick<MessageRow, 'extra'>): Attachment[] {
  return Attachments.safeParse(parseExtra(row.extra)['attachments']).data ?? [];
}

function withdrawnOf(sql: SqlStorage, message: number): Set<string> {
  const rows = sql.exec<{ url: string }>('SELECT url FROM withdrawn_previews WHERE message = ?', message).toArray();
  return new Set(rows.map(({ url }) => url));
}

/** What was written by hand leaves room for previews, or does not. */
function hasRoom(row: MessageRow, attachments: readonly Attachment[]): boolean {
  const previews = attachments.filter((attachment) => linkOf(attachment) !== null);
  if (previews.length > maxPreviews || attachments.length > maxAttachments) return false;
  return JSON.stringify([parseExtra(row.extra)['blocks'], attachments]).length <= maxBlocksLength;
}

/** An event as if the message that it carries had never had that preview. */
function withoutPreview(event: ChannelEvent, url: string): ChannelEvent {
  const strip = <T extends { attachments?: Attachment[] | undefined }>(message: T): T => {
    const { attachments = [] } = message;
    const left = withoutLinks(attachments, new Set([url]));
    // Undefined is not written.
    return { ...message, attachments: left.length === 0 ? undefined : left };
  };
  if (isPosted(event)) return strip(event);
  if (!isChanged(event)) return event;
  return { ...event, message: strip(event.message), previous_message: strip(event.previous_message) };
}

/**
 * Not an edit: nobody wrote anything else, so `edited` stays as it was. The event tells what was there before, unless that
 * is to be forgotten.
 */
function setAttachments(
  channel: Channel,
  row: MessageRow,
  before: readonly Attachment[],
  after: readonly Attachment[],
  former: 'told' | 'forgotten',
) {
  const { attachments: _before, ...extra } = parseExtra(row.extra);
  const changed = encodeExtra(after.length === 0 ? extra : { ...extra, attachments: after });
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const left = { ...row, extra: changed };
  changeMessage(channel, channel.nextMicros(), former === 'told' ? row : left, left);
}
