import { expect, test } from 'vitest';
import { defaultPreferences } from '../../shared/preferences.ts';
import { withKeeper } from '../testing/keeper.ts';
import { newsOf } from '../testing/sidebar-channel.ts';
import { hear } from './hear.ts';
import { keywordsDuty } from './keywords.ts';
import { readPreferences, setPreferences } from './preferences.ts';

test('what is not named stays, and devices hear of what changes', async () => {
  await withKeeper((keeper) => {
    expect(readPreferences(keeper.sql)).toEqual(defaultPreferences);
    setPreferences(keeper, { skin_tone: 3, notify: undefined });
    expect(setPreferences(keeper, { notify: 'all' })).toEqual({ ...defaultPreferences, skin_tone: 3, notify: 'all' });
    setPreferences(keeper, { notify: 'all' });
    expect(keeper.takePushed()).toHaveLength(2);
    expect(setPreferences(keeper, { skin_tone: null })).toEqual({ ...defaultPreferences, notify: 'all' });
  });
});

test('only other keywords are told to the channels, and only to those that the person is in', async () => {
  await withKeeper((keeper) => {
    hear(keeper, newsOf('C01', 1));
    hear(keeper, newsOf('C02', 1, { entry: null }));
    setPreferences(keeper, { unread_only: true });
    expect(keywordsDuty.next(keeper.sql)).toBe(null);
    setPreferences(keeper, { keywords: ['lunch'] });
    expect(keywordsDuty.next(keeper.sql)).not.toBe(null);
    expect(keeper.rings.length).toBeGreaterThan(0);
    expect(keeper.sql.exec('SELECT id FROM channels WHERE keywords_due = 1').toArray()).toEqual([{ id: 'C01' }]);
  });
});
