import { expect, test } from 'vitest';
import type { SidebarChannel } from '../../shared/channel.ts';
import { withKeeper, type TestKeeper } from '../testing/keeper.ts';
import { newsOf, sidebarChannel } from '../testing/sidebar-channel.ts';
import { getPreferencesRow } from './channel-preferences.ts';
import { closeDirect, openDirect } from './direct-messages.ts';
import { hear } from './hear.ts';

const first = '1700000001.000000';
const second = '1700000002.000000';
const direct = (changes: Partial<SidebarChannel> = {}) =>
  sidebarChannel('D01', { kind: 'im', latest: first, ...changes });
const isClosed = (keeper: TestKeeper, id = 'D01') => getPreferencesRow(keeper.sql, id)?.preferences.is_closed ?? false;
const said = (keeper: TestKeeper, seq: number, changes: Partial<SidebarChannel> = {}) =>
  hear(keeper, newsOf('D01', seq, { entry: direct(changes) }));

test('one that was closed comes back with something new', async () => {
  await withKeeper((keeper) => {
    said(keeper, 1);
    expect(closeDirect(keeper, 'D01')).toBe(true);
    keeper.takePushed();
    said(keeper, 2, { latest: second, has_unread: true });
    expect(isClosed(keeper)).toBe(false);
    expect(keeper.takePushed().map(({ type }) => type)).toEqual(['channel_preferences', 'channel']);
  });
});

test('one that was closed with something unread stays closed while nothing is added', async () => {
  await withKeeper((keeper) => {
    said(keeper, 1, { has_unread: true, mention_count: 1 });
    closeDirect(keeper, 'D01');
    said(keeper, 2, { has_unread: true, mention_count: 1, is_archived: true });
    expect(isClosed(keeper)).toBe(true);
  });
});

test('one that somebody else has opened is there once something is said in it', async () => {
  await withKeeper((keeper) => {
    said(keeper, 1, { latest: '0000000000.000000' });
    expect(isClosed(keeper)).toBe(true);
    said(keeper, 2, { latest: first, has_unread: true });
    expect(isClosed(keeper)).toBe(false);
  });
});

test('one that the person has opened is there at once, whichever is heard of first', async () => {
  await withKeeper((keeper) => {
    said(keeper, 1, { latest: '0000000000.000000' });
    expect(openDirect(keeper, 'D01')).toBe(false);
    expect(isClosed(keeper)).toBe(false);
    openDirect(keeper, 'D02');
    const other = sidebarChannel('D02', { kind: 'im' });
    hear(keeper, newsOf('D02', 1, { entry: other }));
    expect(isClosed(keeper, 'D02')).toBe(false);
  });
});

test('opening and closing say whether it was there', async () => {
  await withKeeper((keeper) => {
    said(keeper, 1);
    expect(openDirect(keeper, 'D01')).toBe(true);
    expect(closeDirect(keeper, 'D01')).toBe(true);
    expect(closeDirect(keeper, 'D01')).toBe(false);
    expect(openDirect(keeper, 'D01')).toBe(false);
  });
});

test('a channel is no direct message and is not closed', async () => {
  await withKeeper((keeper) => {
    hear(keeper, newsOf('C01', 1));
    expect(closeDirect(keeper, 'C01')).toBe(true);
    expect(closeDirect(keeper, 'C09')).toBe(false);
    expect(isClosed(keeper, 'C01')).toBe(false);
  });
});
