import { beforeEach, describe, expect, test } from 'vitest';
import { createStore } from '../../../../client/store.ts';
import { createFakeClock } from '../../../../client/testing/fake-clock.ts';
import { FakeServer } from '../../../../client/testing/fake-server.ts';
import { openTestWorkspace } from '../../../../client/testing/test-workspace.ts';
import { parseMrkdwn } from '../../../../shared/mrkdwn/parse.ts';
import { toPlainText } from '../../../../shared/mrkdwn/plain-text.ts';
import type { CommandPlace } from './command.ts';
import { parseCommand } from './parse-command.ts';
import { findCommands, runCommand } from './run-command.ts';

let calls: unknown[][];
let place: CommandPlace;

beforeEach(async () => {
  calls = [];
  const { workspace: real } = await openTestWorkspace(new FakeServer('U9'), createFakeClock());
  const note =
    (name: string) =>
    async (...args: unknown[]) => {
      calls.push([name, ...args]);
    };
  const reminder = { id: 'Rm1', creator: 'U1', user: 'U1', text: '', recurring: false, time: 1_800_000_000 };
  const workspace = {
    ...real,
    setTopic: note('setTopic'),
    invite: note('invite'),
    leave: note('leave'),
    snooze: note('snooze'),
    setStatus: note('setStatus'),
    setPresence: note('setPresence'),
    setChannelPreferences: note('setChannelPreferences'),
    openDirect: async (users: readonly string[]) => {
      calls.push(['openDirect', users]);
      return 'D1AA';
    },
    api: {
      ...real.api,
      reminders: {
        ...real.api.reminders,
        add: async (args: object) => {
          calls.push(['reminders.add', args]);
          return { reminder };
        },
      },
    },
  };
  const handle = workspace.openChannel('C1AA');
  const names = {
    users: real.users,
    channels: createStore(new Map()),
    groups: real.groups,
    emoji: real.emoji,
    preferences: createStore({ keywords: [], skin_tone: null }),
    lookAgain: () => undefined,
    watch: () => () => undefined,
    self: 'U9',
    openChannel: () => undefined,
  };
  place = { workspace, handle, threadTs: null, kind: 'public', names };
});

const run = (text: string, where: Partial<CommandPlace> = {}) => {
  const command = parseCommand(text);
  if (command === null) throw new Error('not a command');
  return runCommand(command, { ...place, ...where });
};

describe('a command is refused', () => {
  test.each([
    ['/nothing', {}, 'There is no command /nothing. To send it as text, put a space before it.'],
    ['/me waves', { threadTs: '1.000000' }, '/me does not work in threads.'],
    ['/topic tea', { kind: 'im' }, '/topic does not work in direct messages.'],
    ['/topic', {}, 'Write /topic [topic].'],
    ['/invite everybody', {}, 'Write /invite @somebody.'],
    [
      '/remind <@U12> "review PR" tomorrow',
      {},
      'Reminders are for yourself: write /remind me to … To remind others, schedule a message to them.',
    ],
    ['/dnd for ever', {}, 'This time could not be understood. Try “30 minutes” or “until 17:00”.'],
  ] as const)('%s', async (text, where, why) => {
    expect(await run(text, where)).toEqual({ kind: 'refused', why });
    expect(calls).toEqual([]);
  });
});

describe('a command does what it says', () => {
  test.each([
    ['/topic Bicycles &amp; *tea*', ['setTopic', 'C1AA', 'Bicycles & tea']],
    ['/invite <@U12> and <@U34>', ['invite', 'C1AA', ['U12', 'U34']]],
    ['/leave', ['leave', 'C1AA']],
    ['/mute', ['setChannelPreferences', 'C1AA', { is_muted: true }]],
    ['/dnd 2 hours', ['snooze', 120]],
    ['/dnd off', ['snooze', 0]],
    ['/status :palm_tree: On holiday', ['setStatus', { emoji: ':palm_tree:', text: 'On holiday', until: 0 }]],
    ['/status clear', ['setStatus', null]],
    ['/away', ['setPresence', 'away']],
    ['/active', ['setPresence', 'auto']],
    ['/remind me to call Ada tomorrow at 9', ['reminders.add', { text: 'call Ada', time: 'tomorrow at 9' }]],
    ['/remind me "review PR" tomorrow', ['reminders.add', { text: 'review PR', time: 'tomorrow' }]],
    ['/remind <@U9> to call <@U12> today', ['reminders.add', { text: 'call @U12', time: 'today' }]],
    ['/msg <@U12> <@U34>', ['openDirect', ['U12', 'U34']]],
  ])('%s', async (text, call) => {
    await run(text);
    expect(calls).toEqual([call]);
  });
});

test('a reminder without a time asks for one', async () => {
  expect(await run('/remind me to call Ada')).toEqual({ kind: 'remind', text: 'call Ada' });
});

test('what leads elsewhere says where', async () => {
  expect(await run('/leave')).toEqual({ kind: 'left', channelId: null });
  expect(await run('/msg <@U12>')).toEqual({ kind: 'left', channelId: 'D1AA' });
});

test('a shrug is shown as one, not in italics', async () => {
  const outcome = await run('/shrug who knows');
  const blocks = parseMrkdwn(outcome.kind === 'send' ? outcome.mrkdwn : '');
  expect(blocks).toMatchObject([{ type: 'paragraph', children: [{ type: 'text' }] }]);
  expect(toPlainText(blocks).replaceAll('\u034f', '')).toBe('who knows ¯\\_(ツ)_/¯');
});

test('only what works there is offered', () => {
  const names = (query: string, where: Partial<CommandPlace>) =>
    findCommands(query, { ...place, ...where }).map(({ name }) => name);
  expect(names('m', {})).toEqual(['me', 'mute', 'msg']);
  expect(names('m', { threadTs: '1.000000' })).toEqual(['mute', 'msg']);
  expect(names('t', { kind: 'im' })).toEqual([]);
});
