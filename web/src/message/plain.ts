import { parseMrkdwn } from '../../../shared/mrkdwn/parse.ts';
import { type MentionNames, toPlainText } from '../../../shared/mrkdwn/plain-text.ts';
import type { Names } from '../people/people-context.tsx';
import { personNameOf } from '../people/naming.ts';

/** Current names for what messages mention. */
export function mentionNamesOf({ users, channels, groups }: Names): MentionNames {
  return {
    user: (id) => {
      const user = users.get(id);
      return user ? personNameOf(user) : null;
    },
    channel: (id) => channels.get().get(id)?.name ?? null,
    group: (id) => groups.get().get(id)?.handle ?? null,
  };
}

/** A message's text without syntax: to copy, to announce. */
export function plainTextOf(text: string, names: Names): string {
  return toPlainText(parseMrkdwn(text), mentionNamesOf(names));
}

/** The beginning of that, in one line. */
export function excerptOf(text: string, names: Names, length = 140): string {
  const line = plainTextOf(text.slice(0, length * 4), names)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}
