import { formatLocale } from '../i18n/format-locale.ts';
import type { Reaction } from '../../../shared/message.ts';
import { messageText } from './text.ts';

/** As many names as a tooltip takes. */
const mostNames = 12;

/** Who reacted, in words: `You, Ada and 3 others`. */
export function reactorsSentence(reaction: Reaction, self: string, nameOf: (id: string) => string): string {
  const t = messageText();
  const others = reaction.users.filter((id) => id !== self);
  const isOwn = others.length < reaction.users.length;
  const named = others.slice(0, isOwn ? mostNames - 1 : mostNames);
  const rest = reaction.count - named.length - (isOwn ? 1 : 0);
  const parts = [...(isOwn ? [t.you] : []), ...named.map(nameOf), ...(rest > 0 ? [t.others(rest)] : [])];
  return new Intl.ListFormat(formatLocale(), { type: 'conjunction' }).format(parts);
}
