import { isPaused, type PersonPresence } from '../../../shared/presence.ts';

/** What a dot beside a name can say. */
export type ShownPresence = 'active' | 'away' | 'activePaused' | 'awayPaused' | 'unknown';

/** Of what is known of somebody; `now` in seconds since 1970. */
export function shownPresence(person: PersonPresence | undefined, now: number): ShownPresence {
  if (!person) return 'unknown';
  const paused = isPaused(person.dnd, now);
  if (person.presence === 'active') return paused ? 'activePaused' : 'active';
  return paused ? 'awayPaused' : 'away';
}
