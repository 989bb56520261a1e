import { inParallel } from '../../shared/in-parallel.ts';
import { defaultPreferences, Preferences } from '../../shared/preferences.ts';
import { channelOf } from '../channel/stub.ts';
import type { Duty } from './duties.ts';
import type { Keeper } from './person.ts';
import { getSetting } from './settings.ts';

/** Channels that are told at once; a runtime's request may have some fifty calls open. */
const maxInFlight = 20;
/** Should the telling be cut off, the alarm goes on with it after this many milliseconds. */
const lookAgainAfter = 30_000;

/** The words that call the person as their name does. */
export function keywordsOf(sql: SqlStorage): readonly string[] {
  const json = getSetting(sql, 'preferences');
  return json === null ? defaultPreferences.keywords : Preferences.parse(JSON.parse(json)).keywords;
}

/** The words have changed: every channel that the person is in is to hear of it. */
export function tellKeywordsLater({ sql, now, ringBy }: Keeper): void {
  sql.exec('UPDATE channels SET keywords_due = 1 WHERE entry IS NOT NULL');
  ringBy(now() + lookAgainAfter);
}

/** Tells a channel the words; rejects when it cannot be reached. */
type TellChannel = (channel: string, words: readonly string[]) => Promise<void>;

/**
 * Tells those channels that have not been told the person's words. One that cannot be told does not keep the others from
 * it; then it rejects, and the alarm tries again.
 */
export async function tellKeywords(sql: SqlStorage, tell: TellChannel): Promise<void> {
  const channels = sql.exec<{ id: string }>('SELECT id FROM channels WHERE keywords_due = 1').toArray();
  const failures = await inParallel(channels, maxInFlight, async ({ id }) => {
    const words = keywordsOf(sql);
    try {
      await tell(id, words);
    } catch (error) {
      return String(error);
    }
    // They may have been changed again meanwhile.
    if (JSON.stringify(words) === JSON.stringify(keywordsOf(sql))) {
      sql.exec('UPDATE channels SET keywords_due = 0 WHERE id = ?', id);
    }
    return null;
  });
  const failed = failures.find((error) => error !== null);
  if (failed !== undefined) throw new Error(`keywords were not told: ${failed}`);
}

/** What a change of the words, a crash, or a channel that did not answer has left to be told. */
export const keywordsDuty: Duty = {
  name: 'keywords',
  next: (sql) => (sql.exec('SELECT 1 FROM channels WHERE keywords_due = 1 LIMIT 1').toArray().length > 0 ? 0 : null),
  run: ({ env, sql, workspaceId, userId }) =>
    tellKeywords(sql, (channel, words) => channelOf(env, workspaceId, channel).setKeywords(userId, words)),
};
