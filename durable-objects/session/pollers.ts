import type { Person } from './person.ts';
import type { Poller } from './presence-memory.ts';

/** How long a device that polls is remembered after it did. Milliseconds. */
const remembered = 300_000;

/** Another word of a device that polls; what it does not say is as it was. */
export function hearPoller({ presence, now }: Person, session: string, word: Partial<Poller> = {}): Poller {
  const { pollers } = presence;
  for (const [id, { heardAt }] of pollers) if (heardAt < now() - remembered) pollers.delete(id);
  const before = pollers.get(session) ?? { isActive: true, watching: [], watchedAt: 0, seen: -1 };
  const poller = { ...before, ...word, heardAt: now() };
  pollers.set(session, poller);
  return poller;
}
