import { defaultPreferences, Preferences } from '../../shared/preferences.ts';
import { tellKeywordsLater } from './keywords.ts';
import type { Keeper } from './person.ts';
import { getSetting, setSetting } from './settings.ts';

/** As JSON. */
export function preferencesJson(sql: SqlStorage): string {
  return getSetting(sql, 'preferences') ?? JSON.stringify(defaultPreferences);
}

export function readPreferences(sql: SqlStorage): Preferences {
  return Preferences.parse(JSON.parse(preferencesJson(sql)));
}

export type PreferenceChanges = { [Key in keyof Preferences]?: Preferences[Key] | undefined };

/** Changes what is named. Keywords that change are told to the channels (`keywords.ts`). */
export function setPreferences(person: Keeper, changes: PreferenceChanges): Preferences {
  const { sql } = person;
  const before = readPreferences(sql);
  const preferences: Preferences = {
    notify: changes.notify ?? before.notify,
    keywords: changes.keywords ?? before.keywords,
    skin_tone: changes.skin_tone === undefined ? before.skin_tone : changes.skin_tone,
    unread_only: changes.unread_only ?? before.unread_only,
  };
  const json = JSON.stringify(preferences);
  if (json === JSON.stringify(before)) return preferences;
  setSetting(sql, 'preferences', json);
  if (JSON.stringify(preferences.keywords) !== JSON.stringify(before.keywords)) tellKeywordsLater(person);
  person.push({ type: 'preferences', preferences });
  return preferences;
}
