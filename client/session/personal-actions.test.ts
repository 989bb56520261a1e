import { expect, test } from 'vitest';
import { createApi } from '../api/api.ts';
import { createPersonalActions, type PersonalActions } from './personal-actions.ts';
import { scriptedFetch } from '../testing/scripted-fetch.ts';

function setUp() {
  const section = { id: 'L1', name: 'Boats', emoji: '', channels: [], is_collapsed: false };
  const preferences = { notify: 'all', keywords: [], skin_tone: null, unread_only: false };
  const said = { channel: { id: 'D1' }, section, preferences, snooze_enabled: true, snooze_endtime: 1, profile };
  const { fetch, calls } = scriptedFetch(() => ({ ok: true, ...said }));
  const api = createApi({ baseUrl: 'http://edgeways.test', fetch, getAccessToken: async () => 'token' });
  return { actions: createPersonalActions(api), calls };
}
const profile = { real_name: 'Ada', display_name: 'ada' };

type Case = [string, (actions: PersonalActions) => Promise<unknown>, [string, object][]];
const ts = '1600000000.000000';
const cases: Case[] = [
  ['a direct message', (actions) => actions.openDirect(['U2', 'U3']), [['conversations.open', { users: 'U2,U3' }]]],
  ['closing one', (actions) => actions.closeDirect('D1'), [['conversations.close', { channel: 'D1' }]]],
  [
    'a channel’s preferences',
    (actions) => actions.setChannelPreferences('C1', { is_muted: true, notify: null }),
    [['edgeways.channels.setPreferences', { channel: 'C1', is_muted: true, notify: '' }]],
  ],
  [
    'a part of them',
    (actions) => actions.setChannelPreferences('C1', { is_starred: false }),
    [['edgeways.channels.setPreferences', { channel: 'C1', is_starred: false }]],
  ],
  [
    'preferences',
    (actions) => actions.setPreferences({ unread_only: true }),
    [['edgeways.preferences.set', { preferences: { unread_only: true } }]],
  ],
  [
    'everything read',
    (actions) => actions.markAll(),
    [
      ['edgeways.conversations.markAll', {}],
      ['edgeways.threads.markAll', {}],
    ],
  ],
  ['saving', (actions) => actions.saveForLater('C1', ts, 9), [['edgeways.saved.add', { channel: 'C1', ts, due: 9 }]]],
  [
    'saving without a date',
    (actions) => actions.saveForLater('C1', ts),
    [['edgeways.saved.add', { channel: 'C1', ts }]],
  ],
  [
    'taking the date away',
    (actions) => actions.updateSaved('C1', ts, { due: null }),
    [['edgeways.saved.update', { channel: 'C1', ts, due: '' }]],
  ],
  [
    'being done',
    (actions) => actions.updateSaved('C1', ts, { is_done: true }),
    [['edgeways.saved.update', { channel: 'C1', ts, is_done: true }]],
  ],
  ['forgetting', (actions) => actions.removeSaved('C1', ts), [['edgeways.saved.remove', { channel: 'C1', ts }]]],
  ['being away', (actions) => actions.setPresence('away'), [['users.setPresence', { presence: 'away' }]]],
  [
    'a status',
    (actions) => actions.setStatus({ emoji: ':boat:', text: 'Sailing', until: 9 }),
    [['users.profile.set', { profile: { status_emoji: ':boat:', status_text: 'Sailing', status_expiration: 9 } }]],
  ],
  [
    'no status',
    (actions) => actions.setStatus(null),
    [['users.profile.set', { profile: { status_emoji: '', status_text: '', status_expiration: 0 } }]],
  ],
  ['a pause', (actions) => actions.snooze(20), [['dnd.setSnooze', { num_minutes: 20 }]]],
  ['the end of a pause', (actions) => actions.snooze(0), [['dnd.endSnooze', {}]]],
  [
    'a schedule',
    (actions) => actions.setDndSchedule({ is_enabled: true, start: 1320, end: 480, days: [1, 2] }),
    [['edgeways.dnd.setSchedule', { is_enabled: true, start: 1320, end: 480, days: '1,2' }]],
  ],
  ['a section', (actions) => actions.sections.create('Boats'), [['edgeways.sections.create', { name: 'Boats' }]]],
  [
    'folding one',
    (actions) => actions.sections.update('L1', { is_collapsed: true }),
    [['edgeways.sections.update', { section: 'L1', is_collapsed: true }]],
  ],
  ['removing one', (actions) => actions.sections.remove('L1'), [['edgeways.sections.remove', { section: 'L1' }]]],
  [
    'their order',
    (actions) => actions.sections.order(['starred', 'L1']),
    [['edgeways.sections.order', { sections: 'starred,L1' }]],
  ],
  [
    'a channel’s place',
    (actions) => actions.sections.place('C1', 'L1', 'C2'),
    [['edgeways.sections.place', { channel: 'C1', section: 'L1', before: 'C2' }]],
  ],
];

test.each(cases)('%s', async (_name, act, expected) => {
  const { actions, calls } = setUp();
  await act(actions);
  expect(calls.map(({ path, body }) => [path.slice('/api/'.length), body])).toEqual(expected);
});

test('opening gives the conversation’s id, and creating the section', async () => {
  const { actions } = setUp();
  expect(await actions.openDirect(['U2'])).toBe('D1');
  expect(await actions.sections.create('Boats', 'boat')).toMatchObject({ id: 'L1' });
});
