import type { User } from '../../../shared/user.ts';
import { fold } from '../composer/completion.ts';
import { personNameOf } from './naming.ts';

/** People by any part of their names, their title or their address, by name. */
export function filterPeople(people: Iterable<User>, query: string): User[] {
  const wanted = fold(query.trim());
  return [...people]
    .filter((user) => {
      const texts = [
        personNameOf(user),
        user.profile.real_name,
        user.name,
        user.profile.title ?? '',
        user.profile.email ?? '',
      ];
      return texts.some((text) => fold(text).includes(wanted));
    })
    .sort((a, b) => personNameOf(a).localeCompare(personNameOf(b)));
}
