import { unescapeMrkdwn } from '../../../shared/mrkdwn/escape.ts';
import { getSafeUrl } from '../../../shared/mrkdwn/safe-url.ts';
import { Ts } from '../../../shared/timestamps.ts';

/** What is shown of an attachment: a bot's, or the preview of a link. Its fields come from outside and may be anything. */
export interface Attachment {
  /** `#rrggbb`, or null for the default. */
  colour: string | null;
  pretext: string;
  author: string;
  title: string;
  titleUrl: string | null;
  text: string;
  fields: { title: string; value: string; isShort: boolean }[];
  footer: string;
  image: AttachmentImage | null;
  /** The link in the message that it previews, as the message has it; null for a bot's. */
  fromUrl: string | null;
  /** The message that it quotes. */
  quoted: QuotedMessage | null;
  blocks: readonly unknown[];
}

interface AttachmentImage {
  url: string;
  /** Where it is loaded from: our own origin passes on what a link's preview shows, so that nobody else learns who looks. */
  source: string;
  size: { width: number; height: number } | null;
  /** A small one, to stand beside the text. */
  isThumbnail: boolean;
}

interface QuotedMessage {
  channel: string;
  ts: string;
  /** The root of the thread that it is in, if any. */
  threadTs: string | null;
  /** Null for an app. */
  author: string | null;
}

const namedColours: Record<string, string> = { good: '#2c8a5a', warning: '#c98a13', danger: '#c2361b' };

/** Reads an attachment of Slack's legacy form (https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments). */
export function readAttachment(raw: Readonly<Record<string, unknown>>): Attachment {
  const attachment: Attachment = {
    colour: readColour(raw.color),
    pretext: readText(raw.pretext),
    author: unescapeMrkdwn(readText(raw.author_name) || readText(raw.service_name)),
    title: unescapeMrkdwn(readText(raw.title)),
    titleUrl: getSafeUrl(readText(raw.title_link) || readText(raw.from_url)),
    text: readText(raw.text),
    fields: Array.isArray(raw.fields) ? raw.fields.filter(isObject).map(readField) : [],
    footer: unescapeMrkdwn(readText(raw.footer)),
    image: readImage(raw.image_url, raw.image_width, raw.image_height, { picture: raw.picture }) ?? readThumbnail(raw),
    fromUrl: readText(raw.from_url) || null,
    quoted: readQuoted(raw),
    blocks: Array.isArray(raw.blocks) ? raw.blocks : [],
  };
  const { pretext, title, text, fields, image, blocks } = attachment;
  const isEmpty = !pretext && !title && !text && fields.length === 0 && !image && blocks.length === 0;
  return isEmpty ? { ...attachment, text: readText(raw.fallback) } : attachment;
}

function readField(raw: Readonly<Record<string, unknown>>): Attachment['fields'][number] {
  return { title: unescapeMrkdwn(readText(raw.title)), value: readText(raw.value), isShort: raw.short === true };
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function readColour(value: unknown): string | null {
  const colour = readText(value);
  const hex = /^#?([0-9a-f]{6})$/i.exec(colour)?.[1];
  return namedColours[colour] ?? (hex ? `#${hex}` : null);
}

function readImage(
  url: unknown,
  width: unknown,
  height: unknown,
  { picture, isThumbnail = false }: { picture?: unknown; isThumbnail?: boolean },
): AttachmentImage | null {
  const safe = getSafeUrl(readText(url));
  // Whatever else is safe in a link, a picture comes over HTTP.
  if (safe === null || !/^https?:/i.test(safe)) return null;
  const isSized = isLength(width) && isLength(height);
  const passedOn = readText(picture);
  const source = passedOn.startsWith('/pictures/') ? passedOn : safe;
  return { url: safe, source, size: isSized ? { width, height } : null, isThumbnail };
}

function readThumbnail(raw: Readonly<Record<string, unknown>>): AttachmentImage | null {
  return readImage(raw.thumb_url, raw.thumb_width, raw.thumb_height, { isThumbnail: true });
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value < 100_000;
}

function readQuoted(raw: Readonly<Record<string, unknown>>): QuotedMessage | null {
  const channel = readText(raw.channel_id);
  const ts = Ts.safeParse(raw.ts);
  if (raw.is_msg_unfurl !== true || !/^[CGD][A-Z0-9]{2,20}$/.test(channel) || !ts.success) return null;
  const threadTs = Ts.safeParse(raw.thread_ts);
  const isReply = threadTs.success && threadTs.data !== ts.data;
  return { channel, ts: ts.data, threadTs: isReply ? threadTs.data : null, author: readText(raw.author_id) || null };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
