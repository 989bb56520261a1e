import type { User } from '../../../shared/user.ts';
import { personNameOf } from '../people/naming.ts';

/** What is being completed: the sign, what follows it, and where the sign stands in the text. */
export interface Trigger {
  sign: '@' | '#' | ':';
  query: string;
  start: number;
}

const trigger = /(?:^|[\s([{"'])([@#:])([\p{L}\p{M}\p{N}._+'-]{0,40})$/u;

/** The completion that the text before the caret asks for; null for none. A colon needs two letters: 10:30, :) */
export function findTrigger(textBeforeCaret: string): Trigger | null {
  const match = trigger.exec(textBeforeCaret);
  const [, sign, query] = match ?? [];
  if ((sign !== '@' && sign !== '#' && sign !== ':') || query === undefined) return null;
  if (sign === ':' && !/^[a-z+_-][\w+'-]+/i.test(query)) return null;
  return { sign, query, start: textBeforeCaret.length - query.length - 1 };
}

/** As many as one looks through. */
export const mostChoices = 8;

interface PersonChoice {
  kind: 'user' | 'broadcast';
  id: string;
  name: string;
  detail: string;
}

const broadcasts: readonly PersonChoice[] = [
  { kind: 'broadcast', id: 'channel', name: 'channel', detail: 'Notify everyone in this channel' },
  { kind: 'broadcast', id: 'here', name: 'here', detail: 'Notify everyone online in this channel' },
  { kind: 'broadcast', id: 'everyone', name: 'everyone', detail: 'Notify the whole workspace' },
];

/** People, and ways to call everybody, whose name or a word of it begins with the query. */
export function findPeople(query: string, users: Iterable<User>): PersonChoice[] {
  const choices: [rank: number, choice: PersonChoice][] = [];
  for (const user of users) {
    if (user.deleted) continue;
    const name = personNameOf(user);
    const full = user.profile.real_name || user.real_name;
    const rank = Math.min(rankOf(name, query), rankOf(full, query), rankOf(user.name, query));
    const detail = [full !== name && full, user.profile.title].filter(Boolean).join(' · ');
    if (rank < Infinity) choices.push([rank, { kind: 'user', id: user.id, name, detail }]);
  }
  choices.sort(([a, x], [b, y]) => a - b || x.name.localeCompare(y.name));
  const everybody = query === '' ? [] : broadcasts.filter((choice) => rankOf(choice.name, query) < Infinity);
  return [...choices.map(([, choice]) => choice), ...everybody].slice(0, mostChoices);
}

interface NamedChannel {
  id: string;
  name: string;
  kind: string;
}

export function findChannels<C extends NamedChannel>(query: string, channels: Iterable<C>): C[] {
  const ranked: [number, C][] = [];
  for (const channel of channels) {
    const rank = channel.kind === 'public' || channel.kind === 'private' ? rankOf(channel.name, query) : Infinity;
    if (rank < Infinity) ranked.push([rank, channel]);
  }
  return ranked
    .sort(([a, x], [b, y]) => a - b || x.name.localeCompare(y.name))
    .map(([, channel]) => channel)
    .slice(0, mostChoices);
}

/** 0 for a name that begins with the query, 1 for one with a later word that does; infinite for every other. */
function rankOf(name: string, query: string): number {
  const [text, wanted] = [fold(name), fold(query)];
  if (text.startsWith(wanted)) return 0;
  return text.split(/[\s._-]+/).some((word) => word.startsWith(wanted)) ? 1 : Infinity;
}

/** Without case and accents, so that "jose" finds José. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
