import { parseMrkdwn } from './parse.ts';
import { inlinesOf } from './walk.ts';

/** Whom a message calls. Ids are unique and in the order of the text. */
export interface Mentions {
  users: string[];
  groups: string[];
  channel: boolean;
  here: boolean;
  everyone: boolean;
}

/** Finds the mentions in mrkdwn; in code they are only text. Whether those ids exist is not looked at. */
export function findMentions(text: string): Mentions {
  const users = new Set<string>();
  const groups = new Set<string>();
  const ranges = new Set<string>();
  // Most messages mention nobody, and this is on the path of each.
  const inlines = /<[@!]/.test(text) ? inlinesOf(parseMrkdwn(text)) : [];
  for (const inline of inlines) {
    if (inline.type === 'user') users.add(inline.id);
    if (inline.type === 'group') groups.add(inline.id);
    if (inline.type === 'broadcast') ranges.add(inline.range);
  }
  return {
    users: [...users],
    groups: [...groups],
    channel: ranges.has('channel'),
    here: ranges.has('here'),
    everyone: ranges.has('everyone'),
  };
}
