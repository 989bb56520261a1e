import type { Workspace } from '../../../client/workspace.ts';
import type { User } from '../../../shared/user.ts';
import { findPeople } from '../composer/find-choices.ts';
import { lastHeard } from '../composer/last-heard.ts';

/** As many as one scrolls through before typing more of a name. */
const mostShown = 50;

/** People to write to, those one wrote with last first; by name or address. */
export function findPartners(workspace: Workspace, query: string): User[] {
  const users = [...workspace.users.store.get().values()];
  const acquaintance = {
    self: workspace.self,
    present: null,
    lastHeard: lastHeard(workspace.session.get().channels.values(), []),
  };
  const found = findPeople(query.replace(/^@/, ''), users, acquaintance, mostShown).map(({ user }) => user);
  if (found.length > 0 || !query.includes('@')) return found;
  const wanted = query.toLowerCase();
  return users.filter(({ deleted, profile }) => !deleted && profile.email?.toLowerCase().startsWith(wanted));
}
