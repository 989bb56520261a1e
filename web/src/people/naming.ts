import type { User } from '../../../shared/user.ts';
import { peopleText } from './text.ts';

/** What a person is called here: the display name that they chose, else their full name. */
export function personNameOf(user: User | undefined, fallback = peopleText().unknownPerson): string {
  if (!user) return fallback;
  return user.profile.display_name || user.profile.real_name || user.real_name || user.name || fallback;
}

/** The full name, where it says more than the display name does. */
export function fullNameOf(user: User): string | null {
  const full = user.profile.real_name || user.real_name;
  return full && full !== personNameOf(user) ? full : null;
}
