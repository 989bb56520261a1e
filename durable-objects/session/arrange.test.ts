import { describe, expect, test } from 'vitest';
import { defaultChannelPreferences, maxSections, Section } from '../../shared/preferences.ts';
import { withKeeper, type TestKeeper } from '../testing/keeper.ts';
import { newsOf } from '../testing/sidebar-channel.ts';
import {
  arrangeChannel,
  changeSection,
  createSection,
  dropSection,
  reorderSections,
  sectionsJson,
  setChannelPreferences,
  setStar,
} from './arrange.ts';
import { channelPreferencesJson, getPreferencesRow } from './channel-preferences.ts';
import { hear } from './hear.ts';
import { untouchedSections } from './sections.ts';

const sections = (keeper: TestKeeper) => Section.array().parse(JSON.parse(sectionsJson(keeper.sql)));
const channelsIn = (keeper: TestKeeper, id: string) => sections(keeper).find((section) => section.id === id)?.channels;
const isStarred = (keeper: TestKeeper, id: string) =>
  getPreferencesRow(keeper.sql, id)?.preferences.is_starred ?? false;
const refused = (error: string) => ({ ok: false, error });
const ok = { ok: true };

async function withSidebar(work: (keeper: TestKeeper, own: string) => void): Promise<void> {
  await withKeeper((keeper) => {
    for (const id of ['C01', 'C02', 'C03']) hear(keeper, newsOf(id, 1));
    const created = createSection(keeper, { name: 'Mine', emoji: '' });
    if (!created.ok) throw new Error('not created');
    keeper.takePushed();
    work(keeper, created.section.id);
  });
}

describe('sections', () => {
  test('of somebody who has arranged nothing are the built-in ones', async () => {
    await withKeeper((keeper) => expect(sections(keeper)).toEqual(untouchedSections));
  });

  test('are pushed whole when one of them changes, and not when nothing does', async () => {
    await withSidebar((keeper, own) => {
      changeSection(keeper, own, { is_collapsed: true });
      changeSection(keeper, own, { is_collapsed: true });
      expect(keeper.takePushed()).toEqual([{ type: 'sections', sections: sections(keeper) }]);
      expect(sections(keeper)[1]).toMatchObject({ id: own, name: 'Mine', is_collapsed: true });
    });
  });

  test('the built-in ones collapse and move, and are neither renamed nor removed', async () => {
    await withSidebar((keeper, own) => {
      expect(changeSection(keeper, 'direct', { is_collapsed: true })).toMatchObject(ok);
      expect(reorderSections(keeper, ['direct', 'starred', own, 'channels'])).toEqual(ok);
      expect(changeSection(keeper, 'direct', { name: 'People' })).toEqual(refused('built_in_section'));
      expect(dropSection(keeper, 'channels')).toEqual(refused('built_in_section'));
      expect(sections(keeper).map(({ id }) => id)).toEqual(['direct', 'starred', own, 'channels']);
    });
  });

  test('are at most fifty, and what is not there cannot be changed', async () => {
    await withSidebar((keeper) => {
      while (sections(keeper).length < maxSections) createSection(keeper, { name: 'More', emoji: '' });
      expect(createSection(keeper, { name: 'Too many', emoji: '' })).toEqual(refused('too_many_sections'));
      expect(changeSection(keeper, 'L0', {})).toEqual(refused('section_not_found'));
      expect(dropSection(keeper, 'L0')).toEqual(refused('section_not_found'));
      expect(reorderSections(keeper, ['channels', 'L0'])).toEqual(refused('section_not_found'));
      expect(arrangeChannel(keeper, { channel: 'C01', section: 'L0' })).toEqual(refused('section_not_found'));
    });
  });

  test('take channels of the sidebar, and no others', async () => {
    await withSidebar((keeper, own) => {
      arrangeChannel(keeper, { channel: 'C01', section: own });
      arrangeChannel(keeper, { channel: 'C02', section: own, before: 'C01' });
      expect(channelsIn(keeper, own)).toEqual(['C02', 'C01']);
      hear(keeper, newsOf('C03', 2, { entry: null }));
      expect(arrangeChannel(keeper, { channel: 'C03', section: own })).toEqual(refused('channel_not_found'));
      expect(arrangeChannel(keeper, { channel: 'C09', section: own })).toEqual(refused('channel_not_found'));
    });
  });
});

describe('stars', () => {
  test('a channel that is put among the starred ones is starred, and one that is moved away is not', async () => {
    await withSidebar((keeper, own) => {
      arrangeChannel(keeper, { channel: 'C01', section: 'starred' });
      expect(isStarred(keeper, 'C01')).toBe(true);
      arrangeChannel(keeper, { channel: 'C01', section: own });
      expect(isStarred(keeper, 'C01')).toBe(false);
      expect(channelsIn(keeper, 'starred')).toEqual([]);
    });
  });

  test('a star takes a channel out of its section, and taking it away out of the starred ones', async () => {
    await withSidebar((keeper, own) => {
      arrangeChannel(keeper, { channel: 'C01', section: own });
      setChannelPreferences(keeper, 'C01', { is_starred: true });
      expect(channelsIn(keeper, own)).toEqual([]);
      arrangeChannel(keeper, { channel: 'C01', section: 'starred' });
      setChannelPreferences(keeper, 'C01', { is_starred: false });
      expect(channelsIn(keeper, 'starred')).toEqual([]);
      expect(isStarred(keeper, 'C01')).toBe(false);
    });
  });

  test('a star that is there, or is not, is said so', async () => {
    await withSidebar((keeper) => {
      expect(setStar(keeper, 'C01', false)).toEqual(refused('not_starred'));
      expect(setStar(keeper, 'C01', true)).toEqual(ok);
      expect(setStar(keeper, 'C01', true)).toEqual(refused('already_starred'));
      expect(setStar(keeper, 'C09', true)).toEqual(refused('channel_not_found'));
    });
  });
});

describe('preferences of a channel', () => {
  test('keep what is not named, and are pushed when they change', async () => {
    await withSidebar((keeper) => {
      setChannelPreferences(keeper, 'C01', { is_muted: true });
      setChannelPreferences(keeper, 'C01', { notify: 'all', is_muted: undefined });
      setChannelPreferences(keeper, 'C01', { notify: 'all' });
      const muted = { ...defaultChannelPreferences, is_muted: true };
      expect(keeper.takePushed()).toEqual([
        { type: 'channel_preferences', channel: 'C01', preferences: muted },
        { type: 'channel_preferences', channel: 'C01', preferences: { ...muted, notify: 'all' } },
      ]);
      setChannelPreferences(keeper, 'C01', { notify: null });
      expect(JSON.parse(channelPreferencesJson(keeper.sql))).toEqual({ C01: muted });
    });
  });

  test('are for channels of the sidebar', async () => {
    await withSidebar((keeper) => {
      expect(setChannelPreferences(keeper, 'C09', { is_muted: true })).toEqual(refused('channel_not_found'));
      expect(JSON.parse(channelPreferencesJson(keeper.sql))).toEqual({});
    });
  });
});
