import { expect, test } from 'vitest';
import { bootFrame, sidebarChannel } from '../../client/testing/fake-session.ts';
import { reduceSession } from '../../client/session/reduce-session.ts';
import { emptySessionState } from '../../client/session/session-state.ts';
import type { Truth } from '../worker/answers.ts';
import { checkUnread } from './recount.ts';

const truth: Truth = {
  epoch: 'e',
  seq: 3,
  messages: [
    { type: 'message', ts: '4.000000', user: 'U2', text: 'so <@U1>', subtype: 'tombstone' },
    { type: 'message', ts: '3.000000', user: 'U2', text: '<@U1> joined', subtype: 'channel_join' },
    { type: 'message', ts: '2.000000', user: 'U2', text: 'so <@U1> <!channel>' },
    { type: 'message', ts: '1.000000', user: 'U2', text: 'read <@U1>' },
  ],
  threads: {
    '2.000000': [
      { type: 'message', ts: '2.000000', user: 'U2', text: 'so' },
      { type: 'message', ts: '2.500000', user: 'U3', text: 'yes <@U1>' },
    ],
  },
  members: [{ user: 'U1', lastRead: '1.000000' }],
  places: [{ user: 'U1', thread: '2.000000', following: true, lastRead: '2.000000' }],
};
const thread = {
  channel: 'C1',
  thread_ts: '2.000000',
  last_read: '2.000000',
  has_unread: true,
  mention_count: 1,
  latest_reply: '2.500000',
};

function violations(entry: object, threads = [thread]) {
  const channel = sidebarChannel('C1', { last_read: '1.000000', has_unread: true, mention_count: 1, ...entry });
  const boot = bootFrame({ channels: [channel], unread_threads: threads });
  const session = reduceSession(emptySessionState, boot);
  return checkUnread('U1', session, [{ id: 'C1', kind: 'public' }], new Map([['C1', truth]]));
}

test('counts that a recount gives too are right: erased messages and lines of the channel call nobody', () => {
  expect(violations({})).toEqual([]);
});

test('another count, another read cursor, and a thread too few are found', () => {
  for (const entry of [{ mention_count: 2 }, { has_unread: false }, { last_read: '2.000000' }]) {
    expect(violations(entry)).toMatchObject([{ rule: 'unread', channel: 'C1' }]);
  }
  expect(violations({}, [])).toMatchObject([{ rule: 'unread', channel: 'C1' }]);
});
