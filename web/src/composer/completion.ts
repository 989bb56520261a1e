/** What is being completed: the sign, what follows it, and where the sign stands in the text. */
export interface Trigger {
  sign: '@' | '#' | ':' | '/';
  query: string;
  start: number;
}

const trigger = /(?:^|[\s([{"'])([@#:])([\p{L}\p{M}\p{N}._+'-]{0,40})$/u;
const command = /^\/([a-z]{0,20})$/i;

/**
 * The completion that the text before the caret asks for; null for none. A colon needs two letters: 10:30, :). A slash
 * counts only `atStart` of the message.
 */
export function findTrigger(textBeforeCaret: string, atStart = false): Trigger | null {
  const name = atStart ? command.exec(textBeforeCaret)?.[1] : undefined;
  if (name !== undefined) return { sign: '/', query: name, start: 0 };
  const match = trigger.exec(textBeforeCaret);
  const [, sign, query] = match ?? [];
  if ((sign !== '@' && sign !== '#' && sign !== ':') || query === undefined) return null;
  if (sign === ':' && !/^[a-z+_-][\w+'-]+/i.test(query)) return null;
  return { sign, query, start: textBeforeCaret.length - query.length - 1 };
}

/** As many as one looks through. */
export const mostChoices = 8;

/** 0 for a name that begins with the query, 1 for one with a later word that does; infinite for every other. */
export function rankOf(name: string, query: string): number {
  const [text, wanted] = [fold(name), fold(query)];
  if (text.startsWith(wanted)) return 0;
  return text.split(/[\s._-]+/).some((word) => word.startsWith(wanted)) ? 1 : Infinity;
}

/** Without case and accents, so that "jose" finds José. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
