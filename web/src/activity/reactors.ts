import type { Reaction } from '../../../shared/message.ts';

interface Reactors {
  /** One of them, who stands for all. */
  first: string;
  others: number;
  /** The names of their reactions, in the message's order. */
  names: string[];
}

/** Who besides `self` reacts to a message; `newest` stands for them if still among them. Null for nobody. */
export function reactorsOf(reactions: readonly Reaction[], self: string, newest: string | undefined): Reactors | null {
  const theirs = reactions.flatMap(({ name, users, count }) => {
    const others = users.filter((user) => user !== self);
    return others.length > 0 ? { name, users: others, count: count - (users.length - others.length) } : [];
  });
  const people = new Set(theirs.flatMap(({ users }) => users));
  const [any] = people;
  if (any === undefined) return null;
  // Of very many who react alike only some are named.
  const count = Math.max(people.size, ...theirs.map((reaction) => reaction.count));
  return {
    first: newest !== undefined && people.has(newest) ? newest : any,
    others: count - 1,
    names: theirs.map(({ name }) => name),
  };
}
