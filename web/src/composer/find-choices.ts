import type { User } from '../../../shared/user.ts';
import { personNameOf } from '../people/naming.ts';
import { mostChoices, rankOf } from './completion.ts';

/** What decides whom a person most likely means. */
export interface Acquaintance {
  self: string;
  /** The people in this conversation; null as long as they are not known. */
  present: ReadonlySet<string> | null;
  /** When somebody was last heard of here or in a direct message: a ts, later is greater. */
  lastHeard: ReadonlyMap<string, string>;
}

export interface PersonFound {
  user: User;
  /** False for somebody who would have to be added first. */
  isPresent: boolean;
}

/** People of whose names a word begins with the query. Among equals: who is in this conversation, then who was heard of last. */
export function findPeople(
  query: string,
  users: Iterable<User>,
  { self, present, lastHeard }: Acquaintance,
  most = mostChoices,
): PersonFound[] {
  const found: { rank: number; user: User; isPresent: boolean; heard: string }[] = [];
  for (const user of users) {
    if (user.deleted) continue;
    const names = [personNameOf(user), user.profile.real_name || user.real_name, user.name];
    const rank = Math.min(...names.map((name) => rankOf(name, query)));
    if (rank === Infinity) continue;
    // Hardly anybody calls themselves.
    const heard = user.id === self ? '' : (lastHeard.get(user.id) ?? '');
    found.push({ rank, user, isPresent: present?.has(user.id) ?? true, heard });
  }
  found.sort(
    (a, b) =>
      a.rank - b.rank ||
      Number(b.isPresent) - Number(a.isPresent) ||
      Number(a.user.id === self) - Number(b.user.id === self) ||
      b.heard.localeCompare(a.heard) ||
      personNameOf(a.user).localeCompare(personNameOf(b.user)),
  );
  return found.slice(0, most).map(({ user, isPresent }) => ({ user, isPresent }));
}

interface NamedGroup {
  readonly handle: string;
  readonly name: string;
  /** When it was disabled; 0 as long as it is not. */
  readonly date_delete?: number | undefined;
}

/** User groups that can be called, by their handle or their name. */
export function findGroups<G extends NamedGroup>(query: string, groups: Iterable<readonly [id: string, group: G]>) {
  const rank = ({ handle, name, date_delete: isOver }: G) =>
    isOver ? Infinity : Math.min(rankOf(handle, query), rankOf(name, query));
  return best(
    groups,
    ([, group]) => rank(group),
    ([, group]) => group.handle,
  );
}

interface NamedChannel {
  id: string;
  name: string;
  kind: string;
}

export function findChannels<C extends NamedChannel>(query: string, channels: Iterable<C>): C[] {
  const rank = ({ kind, name }: C) => (kind === 'public' || kind === 'private' ? rankOf(name, query) : Infinity);
  return best(channels, rank, ({ name }) => name);
}

/** Names of custom emoji, with the same ranks as the standard ones: the name itself, its beginning, a later word. */
export function findCustomEmoji(query: string, names: Iterable<string>): string[] {
  return best(
    names,
    (name) => rankOf(name, query),
    (name) => name,
  );
}

function best<T>(all: Iterable<T>, rankOfOne: (one: T) => number, nameOf: (one: T) => string): T[] {
  const ranked = [...all].map((one) => ({ one, rank: rankOfOne(one) })).filter(({ rank }) => rank < Infinity);
  ranked.sort((a, b) => a.rank - b.rank || nameOf(a.one).localeCompare(nameOf(b.one)));
  return ranked.slice(0, mostChoices).map(({ one }) => one);
}
