import { unescapeMrkdwn } from '../../../shared/mrkdwn/escape.ts';
import { getSafeUrl } from '../../../shared/mrkdwn/safe-url.ts';

/** What is shown of a bot's attachment. Its fields come from outside and may be anything. */
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
  };
  const isEmpty = !attachment.pretext && !attachment.title && !attachment.text && attachment.fields.length === 0;
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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
