import { expect, test } from 'vitest';
import { Message } from '../message.ts';
import { mapChannelIds, mapIds, type IdMap } from './map-ids.ts';
import { planUnlistedChannel } from './plan-channels.ts';

const users: Record<string, string> = { U0OLD: 'U1NEW', U0TWIN: 'U1NEW' };
const map: IdMap = {
  user: (id) => users[id] ?? id,
  channel: (id) => (id === 'C0GENERAL' ? 'C1GENERAL' : id),
};
const plain: Message = { type: 'message', ts: '1704067200.000100', user: 'U0OLD', text: '' };
const mapped = (fields: object) => mapIds(Message.parse({ ...plain, ...fields }), map);

test('people in the fields of a message, its edit and its thread', () => {
  const fields = {
    inviter: 'U0OLD',
    parent_user_id: 'U0OLD',
    edited: { user: 'U0OLD', ts: plain.ts },
    members: ['U0OLD', 'U0X'],
  };
  expect(mapped({ ...fields, reply_users: ['U0X', 'U0OLD', 'U0TWIN'], comment: { user: 'U0OLD' } })).toEqual({
    ...plain,
    user: 'U1NEW',
    inviter: 'U1NEW',
    parent_user_id: 'U1NEW',
    edited: { user: 'U1NEW', ts: plain.ts },
    members: ['U1NEW', 'U0X'],
    reply_users: ['U0X', 'U1NEW'],
    comment: { user: 'U1NEW' },
  });
});

test('two who became one react once, and those whom the list leaves out still count', () => {
  const reactions = [{ name: 'tada', users: ['U0OLD', 'U0X', 'U0TWIN'], count: 60 }];
  expect(mapped({ reactions }).reactions).toEqual([{ name: 'tada', users: ['U1NEW', 'U0X'], count: 59 }]);
});

test('mentions in the text, with their labels, and nothing that only looks like one', () => {
  const text =
    'hi <@U0OLD>, <@U0OLD|ada>, <@U0X> in <#C0GENERAL|general>: U0OLD &lt;@U0OLD&gt; <https://x.example/U0OLD> <!subteam^S0OLD>';
  expect(mapped({ text }).text).toBe(
    'hi <@U1NEW>, <@U1NEW|ada>, <@U0X> in <#C1GENERAL|general>: U0OLD &lt;@U0OLD&gt; <https://x.example/U0OLD> <!subteam^S0OLD>',
  );
});

test('blocks: elements and marked-up text, but not what somebody typed', () => {
  const blocksWith = (user: string, channel: string) => [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'user', user_id: user },
            { type: 'channel', channel_id: channel },
            { type: 'text', text: '<@U0OLD>' },
          ],
        },
      ],
    },
    {
      type: 'section',
      text: { type: 'mrkdwn', text: `<@${user}>` },
      fields: [{ type: 'plain_text', text: '<@U0OLD>' }],
    },
  ];
  expect(mapped({ blocks: blocksWith('U0OLD', 'C0GENERAL') }).blocks).toEqual(blocksWith('U1NEW', 'C1GENERAL'));
});

test('attachments, files, pins and rooms', () => {
  const fieldsWith = (user: string, channel: string) => ({
    attachments: [
      { author_id: user, channel_id: channel, text: `<@${user}>`, fields: [{ title: 'a', value: `<#${channel}>` }] },
    ],
    files: [
      {
        id: 'F1',
        user,
        channels: [channel, 'C0X'],
        shares: { public: { [channel]: [{ ts: '1.000000', reply_users: [user] }] } },
      },
    ],
    pinned_to: [channel],
    pinned_info: { channel, pinned_by: user, pinned_ts: 1 },
    room: { created_by: user, participant_history: [user], channels: [channel] },
  });
  expect(mapped(fieldsWith('U0OLD', 'C0GENERAL'))).toEqual({
    ...plain,
    user: 'U1NEW',
    ...fieldsWith('U1NEW', 'C1GENERAL'),
  });
});

test('ids that the map keeps leave a message as it is', () => {
  const message = Message.parse({
    ...plain,
    text: '<@U0OLD>',
    files: [{ id: 'F1', shares: null }],
    blocks: [{ type: 'divider' }],
  });
  expect(mapIds(message, { user: (id) => id, channel: (id) => id })).toEqual(message);
});

test('a channel: its id, its members, each once, and whoever made, named or pinned something', () => {
  const text = { value: 'x', creator: 'U0OLD', last_set: 1 };
  const pins = [{ ts: plain.ts, user: 'U0OLD', created: 1 }];
  const channel = {
    ...planUnlistedChannel('C0GENERAL', new Set()),
    creator: 'U0OLD',
    topic: text,
    purpose: text,
    pins,
  };
  expect(mapChannelIds({ ...channel, members: ['U0OLD', 'U0TWIN', 'U0X'] }, map)).toEqual({
    ...channel,
    id: 'C1GENERAL',
    creator: 'U1NEW',
    topic: { ...text, creator: 'U1NEW' },
    purpose: { ...text, creator: 'U1NEW' },
    members: ['U1NEW', 'U0X'],
    pins: [{ ...pins[0], user: 'U1NEW' }],
  });
});
