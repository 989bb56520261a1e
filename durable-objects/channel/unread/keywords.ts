import { z } from 'zod';
import { parseMrkdwn } from '../../../shared/mrkdwn/parse.ts';
import { toPlainText } from '../../../shared/mrkdwn/plain-text.ts';
import { getMember, type MemberRow } from '../access.ts';
import type { Channel } from '../context.ts';

/** A keyword in lower case, who watches for it, and where in it its first word begins. */
type Keyword = { text: string; users: Set<string>; wordAt: number };

/**
 * The keywords of everybody in the channel, by their first words; '' for those that have no letter or digit. Read once, and then
 * changed with the rows: in a large channel, reading all again whenever somebody changes theirs would be dear.
 */
export type Keywords = Map<string, Keyword[]>;

const Words = z.array(z.string());
const word = /[\p{L}\p{M}\p{N}]+/gu;
const endsWithWord = /[\p{L}\p{M}\p{N}]$/u;
const beginsWithWord = /^[\p{L}\p{M}\p{N}]/u;

/** Sets which words call this member, besides their name. `words` in any case. */
export function setKeywords(channel: Channel, userId: string, words: readonly string[]): void {
  const member = getMember(channel.sql, userId);
  const json = words.length === 0 ? null : JSON.stringify(words.map((each) => each.toLowerCase()));
  if (!member || member.keywords === json) return;
  channel.sql.exec('UPDATE members SET keywords = ? WHERE user_id = ?', json, userId);
  replaceKeywords(channel.keywords, userId, member.keywords, json);
}

/** A member whose row goes watches for nothing. */
export function forgetKeywords({ keywords }: Channel, { user_id: userId, keywords: json }: MemberRow): void {
  replaceKeywords(keywords, userId, json, null);
}

/** Whose keywords are in a text: whole words or phrases, in any case. Costs nothing where nobody has any. */
export function findKeywords(channel: Channel, text: string): Set<string> {
  const keywords = (channel.keywords ??= loadKeywords(channel.sql));
  const found = new Set<string>();
  if (keywords.size === 0) return found;
  const plain = toPlainText(parseMrkdwn(text)).toLowerCase();
  const note = (keyword: Keyword, at: number) => {
    if (isWholeAt(plain, keyword.text, at)) for (const user of keyword.users) found.add(user);
  };
  for (const match of plain.matchAll(word)) {
    for (const keyword of keywords.get(match[0]) ?? []) note(keyword, match.index - keyword.wordAt);
  }
  for (const keyword of keywords.get('') ?? []) {
    for (let at = plain.indexOf(keyword.text); at >= 0; at = plain.indexOf(keyword.text, at + 1)) note(keyword, at);
  }
  return found;
}

/** The text has the keyword there, and no longer word that the keyword is only a part of. */
function isWholeAt(text: string, keyword: string, at: number): boolean {
  if (at < 0 || !text.startsWith(keyword, at)) return false;
  const opens = beginsWithWord.test(keyword) && endsWithWord.test(text.slice(Math.max(0, at - 2), at));
  const closes = endsWithWord.test(keyword) && beginsWithWord.test(text.slice(at + keyword.length));
  return !opens && !closes;
}

function loadKeywords(sql: SqlStorage): Keywords {
  const all: Keywords = new Map();
  for (const { user_id, keywords } of sql.exec<{ user_id: string; keywords: string }>(
    'SELECT user_id, keywords FROM members WHERE keywords IS NOT NULL',
  )) {
    replaceKeywords(all, user_id, null, keywords);
  }
  return all;
}

/** What somebody watched for, and watches for now, as their row has it. Null for keywords that have not been read. */
function replaceKeywords(all: Keywords | null, userId: string, before: string | null, after: string | null): void {
  if (!all) return;
  for (const text of wordsOf(before)) drop(all, text, userId);
  for (const text of wordsOf(after)) add(all, text, userId);
}

function add(all: Keywords, text: string, userId: string): void {
  const alike = all.get(firstWord(text)) ?? [];
  const known = alike.find((keyword) => keyword.text === text);
  if (known) known.users.add(userId);
  else all.set(firstWord(text), [...alike, { text, users: new Set([userId]), wordAt: Math.max(0, text.search(word)) }]);
}

function drop(all: Keywords, text: string, userId: string): void {
  const alike = all.get(firstWord(text)) ?? [];
  alike.find((keyword) => keyword.text === text)?.users.delete(userId);
  const left = alike.filter(({ users }) => users.size > 0);
  if (left.length > 0) all.set(firstWord(text), left);
  else all.delete(firstWord(text));
}

function firstWord(text: string): string {
  return text.match(word)?.[0] ?? '';
}

function wordsOf(json: string | null): string[] {
  return json === null ? [] : Words.parse(JSON.parse(json));
}
