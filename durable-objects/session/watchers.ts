import { User } from '../../shared/user.ts';
import { changeAvailability, getAvailability } from './availability.ts';
import type { Duty } from './duties.ts';
import type { Person } from './person.ts';
import { inTime } from '../storage/in-time.ts';
import { lease } from './on-screen.ts';
import { presenceWord } from './presence.ts';
import { sessionOf } from './stub.ts';

/** How long until a watcher that could not be told is told again. Milliseconds. */
const tellAgainAfter = 30_000;

/** What a watcher has not heard: nothing of it, how the person is to be reached, or that and their profile. */
const untold = { nothing: 0, presence: 1, profile: 2 } as const;

type WatcherRow = { user_id: string; until: number; untold: number; again: number | null };

/**
 * Somebody has the person on screen, up to `until`: every change is told to their session until then. On disk, so that a
 * hibernation ends no watch.
 */
export function addWatcher({ sql, now }: Person, watcher: string, until: number): void {
  sql.exec(
    'INSERT INTO watchers (user_id, until) VALUES (?, ?) ON CONFLICT (user_id) DO UPDATE SET until = excluded.until',
    watcher,
    Math.min(until, now() + lease),
  );
}

export function hasWatchers({ sql, now }: Person): boolean {
  return sql.exec('SELECT 1 FROM watchers WHERE until > ? LIMIT 1', now()).toArray().length > 0;
}

/** All watchers are told how the person is to be reached. Leases that have run out end here. */
export function tellWatchers({ sql, now, presence }: Person): void {
  // One that is longer than any can be is of a clock that has come back from the future.
  sql.exec('DELETE FROM watchers WHERE until <= ? OR until > ?', now(), now() + lease);
  const rows = sql.exec<{ user_id: string }>('SELECT user_id FROM watchers').toArray();
  presence.watchers.add(rows.map(({ user_id }) => user_id));
}

/** The person's profile is now this: devices and watchers are told. */
export function tellProfile(person: Person, user: User): void {
  changeAvailability(person.sql, { profile: JSON.stringify(user) });
  person.push({ type: 'user', user });
  // Should the process die before all have heard, the alarm tells the others.
  const again = person.now() + tellAgainAfter;
  person.sql.exec('UPDATE watchers SET untold = ?, again = ?', untold.profile, again);
  person.ringBy(again);
  tellWatchers(person);
}

/** Tells one watcher how it stands now. A failure is tried again by the alarm for as long as the lease lasts. */
export async function tellWatcher(person: Person, watcher: string): Promise<void> {
  const { sql, env, workspaceId } = person;
  const row = sql.exec<WatcherRow>('SELECT * FROM watchers WHERE user_id = ?', watcher).toArray()[0];
  if (!row || row.until <= person.now()) return;
  const { profile } = getAvailability(sql);
  const user = row.untold === untold.profile && profile !== null ? User.parse(JSON.parse(profile)) : null;
  try {
    const isWatching = await inTime(sessionOf(env, workspaceId, watcher).presenceOf(presenceWord(person), user));
    if (!isWatching) sql.exec('DELETE FROM watchers WHERE user_id = ?', watcher);
    // Unless the profile has changed meanwhile: then another call follows, and is to say so.
    else if (row.untold !== untold.nothing && getAvailability(sql).profile === profile) {
      sql.exec('UPDATE watchers SET untold = 0, again = NULL WHERE user_id = ?', watcher);
    }
  } catch (error) {
    console.error({ message: 'a watcher was not told', workspaceId, userId: person.userId, error: String(error) });
    const again = person.now() + tellAgainAfter;
    sql.exec(
      'UPDATE watchers SET untold = max(untold, ?), again = ? WHERE user_id = ?',
      untold.presence,
      again,
      watcher,
    );
    person.ringBy(again);
  }
}

/** Tells those who could not be told, while their leases last. */
export const watchersDuty: Duty = {
  name: 'watchers',
  next: (sql) =>
    sql.exec<{ again: number | null }>('SELECT min(again) AS again FROM watchers WHERE again IS NOT NULL').one().again,
  async run({ sql, now, presence }) {
    sql.exec('DELETE FROM watchers WHERE again IS NOT NULL AND until <= ?', now());
    const rows = sql.exec<{ user_id: string }>('SELECT user_id FROM watchers WHERE again <= ?', now()).toArray();
    const userIds = rows.map(({ user_id }) => user_id);
    presence.watchers.add(userIds);
    await presence.watchers.settled(userIds);
  },
};
