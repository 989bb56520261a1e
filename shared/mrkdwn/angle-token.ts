import { unescapeMrkdwn } from './escape.ts';
import { getSafeUrl } from './safe-url.ts';
import type { Broadcast, Inline } from './tree.ts';

/** No `<` inside, so that each character is looked at once however many tokens are left open. */
const token = /<([^<>|]+)(?:\|([^<>]*))?>/y;

const mention = /^(?:@([UW][A-Z0-9]{2,20})|#([CGD][A-Z0-9]{2,20})|!subteam\^(S[A-Z0-9]{2,20}))$/;
const date = /^!date\^(\d{1,11})\^([^^]+)(?:\^([^^]+))?$/;

/** `group` is what old exports have for a private channel's @channel. */
const broadcastRanges = new Map<string, Broadcast['range']>([
  ['!here', 'here'],
  ['!channel', 'channel'],
  ['!group', 'channel'],
  ['!everyone', 'everyone'],
]);

/**
 * Reads `<…>` at `at`: mention, broadcast, date or link. Null when it is none of them or its URL is not safe; it is plain
 * text then.
 */
export function readAngleToken(
  text: string,
  at: number,
  parseLabel: (label: string) => Inline[],
): { node: Inline; end: number } | null {
  token.lastIndex = at;
  const match = token.exec(text);
  if (match?.[1] === undefined) return null;
  const target = match[1];
  const label = match[2] === undefined || match[2] === '' ? null : match[2];
  const node = /^[@#!]/.test(target)
    ? getReference(target, label === null ? null : unescapeMrkdwn(label))
    : getLink(unescapeMrkdwn(target), label, parseLabel);
  return node && { node, end: at + match[0].length };
}

function getReference(target: string, label: string | null): Inline | null {
  const [, user, channel, group] = mention.exec(target) ?? [];
  if (user !== undefined) return { type: 'user', id: user, label };
  if (channel !== undefined) return { type: 'channel', id: channel, label };
  if (group !== undefined) return { type: 'group', id: group, label };

  const range = broadcastRanges.get(target);
  if (range !== undefined) return { type: 'broadcast', range };
  if (label === null || !target.startsWith('!')) return null;

  const [, timestamp, format, url] = date.exec(target) ?? [];
  if (timestamp === undefined || format === undefined) return { type: 'text', text: label };
  return {
    type: 'date',
    timestamp: Number(timestamp),
    format: unescapeMrkdwn(format),
    url: url === undefined ? null : getSafeUrl(unescapeMrkdwn(url)),
    fallback: label,
  };
}

function getLink(target: string, label: string | null, parseLabel: (label: string) => Inline[]): Inline | null {
  const url = getSafeUrl(target);
  if (url === null) return null;
  const children: Inline[] =
    label === null ? [{ type: 'text', text: target.replace(/^(?:mailto|tel):/i, '') }] : parseLabel(label);
  return { type: 'link', url, children };
}

/**
 * What code says. Slack turns URLs into tokens before it looks at backticks, so messages that came from it have them in
 * code as well; they are shown as what the person typed. All else in code is literal.
 */
export function readCode(source: string): string {
  const typed = source.replace(
    /<((?:https?:\/\/|mailto:|tel:)[^<>|\s]+)(?:\|([^<>]+))?>/g,
    (_, url: string, label?: string) => label ?? url,
  );
  return unescapeMrkdwn(typed);
}
