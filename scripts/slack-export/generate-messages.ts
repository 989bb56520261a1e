import { microsToTs } from '../../shared/timestamps.ts';
import type { GeneratedChannel } from './generate-channels.ts';
import { team, type RawUser } from './generate-people.ts';
import type { Random } from './random.ts';

/** A message as an export writes it. */
export interface RawMessage {
  type: string;
  ts: string;
  text: string;
  user?: string;
  thread_ts?: string;
  reactions?: { name: string; users: string[]; count: number }[];
  replies?: { user: string; ts: string }[];
  [field: string]: unknown;
}

const sentences = [
  'The build is green again.',
  'Who takes the *second* shift? `deploy --now` is ready',
  'Grüße aus Zürich — schaut euch das an: <https://example.com/a?b=1&amp;c=2|the page>',
  '了解しました、明日やります 🙏',
  'رائع، شكراً',
  '👩‍👩‍👧‍👦 are here, x &lt; y &amp; y &gt; z',
  '> quoted\nand a second line',
];
const emoji = ['thumbsup', 'thumbsup::skin-tone-3', 'wave::skin-tone-6', 'tada', 'party_parrot', 'flag-ch'];

type MessageKind = 'text' | 'reply' | 'broadcast' | 'bot' | 'file' | 'tombstoned-file' | 'join' | 'topic' | 'huddle';

/** The kinds in the proportions in which they are generated. */
export const messageKinds: readonly MessageKind[] = [
  ...Array.from({ length: 9 }, () => 'text' as const),
  ...Array.from({ length: 6 }, () => 'reply' as const),
  ...(['broadcast', 'bot', 'bot', 'file', 'tombstoned-file', 'join', 'topic', 'huddle'] as const),
];

/** What one message is made from. */
interface MessageSetting {
  random: Random;
  channel: GeneratedChannel;
  users: ReadonlyMap<string, RawUser>;
  ts: string;
}

/** A message of the kind. `root` is the thread of a reply or broadcast. */
export function generateMessage(kind: MessageKind, setting: MessageSetting, root: RawMessage | null): RawMessage {
  const { random, channel, ts } = setting;
  const message = textMessage(setting);
  const user = message.user ?? '';
  switch (kind) {
    case 'text':
      return message;
    case 'reply':
      return { ...message, ...threadFields(root) };
    case 'broadcast':
      return {
        ...message,
        ...threadFields(root),
        subtype: 'thread_broadcast',
        root: { ts: root?.ts, text: root?.text },
      };
    case 'bot':
      return { type: 'message', subtype: 'bot_message', ts, ...botFields(random) };
    case 'file':
      return { ...message, files: [file(setting, user)], upload: true, display_as_bot: false };
    case 'tombstoned-file':
      return { ...message, text: '', files: [{ id: `F0GONE${random.below(1e5)}`, mode: 'tombstone' }], upload: false };
    case 'join':
      return {
        type: 'message',
        subtype: 'channel_join',
        user,
        text: `<@${user}> has joined the channel`,
        ts,
        inviter: user,
      };
    case 'topic':
      return { type: 'message', subtype: 'channel_topic', user, text: `<@${user}> set the topic`, topic: 'A & B', ts };
    case 'huddle':
      return {
        type: 'message',
        subtype: 'huddle_thread',
        user: 'USLACKBOT',
        text: '',
        ts,
        channel: channel.id,
        room: {
          id: `R0GEN${random.below(1e5)}`,
          created_by: user,
          participant_history: [user],
          channels: [channel.id],
        },
      };
  }
}

/** Reactions by members, of which some have a skin tone. */
export function generateReactions({ random, channel }: MessageSetting): NonNullable<RawMessage['reactions']> {
  return random.some(emoji, 3).map((name) => {
    const users = random.some(channel.members, 3);
    return { name, users, count: users.length };
  });
}

/** A moment some seconds after the message, as an edit's `ts`: without microseconds, as Slack writes it. */
export function momentAfter(ts: string): string {
  return microsToTs((Math.floor(Number(ts)) + 42) * 1_000_000);
}

function textMessage({ random, channel, users, ts }: MessageSetting): RawMessage {
  const user = random.pick(channel.members);
  const mentioned = random.pick(channel.members);
  const sentence = random.pick(sentences);
  const profile = users.get(user)?.profile;
  return {
    client_msg_id: `00000000-0000-4000-8000-${ts.replace('.', '').slice(-12)}`,
    type: 'message',
    user,
    text: `${sentence} <@${mentioned}>`,
    ts,
    team,
    user_team: team,
    source_team: team,
    user_profile: { real_name: profile?.real_name, display_name: profile?.display_name, image_72: profile?.image_72 },
    ...(random.chance(0.7) ? { blocks: richText(ts, sentence, mentioned) } : {}),
  };
}

function richText(ts: string, sentence: string, mentioned: string): object[] {
  const elements = [
    { type: 'text', text: `${sentence} ` },
    { type: 'user', user_id: mentioned },
  ];
  return [{ type: 'rich_text', block_id: ts.slice(-5), elements: [{ type: 'rich_text_section', elements }] }];
}

function threadFields(root: RawMessage | null): Partial<RawMessage> {
  return root ? { thread_ts: root.ts, parent_user_id: root.user ?? 'USLACKBOT' } : {};
}

function botFields(random: Random): { text: string; [field: string]: unknown } {
  const bot_id = 'B0GENBOT01';
  const attachments = [{ id: 1, color: '2eb886', fallback: 'passed', text: 'All checks passed', mrkdwn_in: ['text'] }];
  if (random.chance(0.5)) return { text: '', bot_id, username: 'hook', icons: { emoji: ':robot_face:' }, attachments };
  const bot_profile = {
    id: bot_id,
    name: 'CI',
    app_id: 'A0GENAPP01',
    team_id: team,
    deleted: false,
    updated: 1_690_000_000,
  };
  return { text: 'Deployed', bot_id, bot_profile };
}

function file({ random, channel, ts }: MessageSetting, user: string): object {
  const id = `F0GEN${random.below(1e6)}`;
  const link = `https://files.example.com/files-pri/${team}-${id}/plan.png`;
  return {
    id,
    created: Math.floor(Number(ts)),
    name: 'plan.png',
    title: 'Plän',
    mimetype: 'image/png',
    filetype: 'png',
    user,
    size: 12_345,
    mode: 'hosted',
    is_external: false,
    thumb_360: `${link}?t=xoxe-1-2-3-abc`,
    thumb_360_w: 360,
    url_private: `${link}?t=xoxe-1-2-3-abc`,
    url_private_download: `${link}?download=1&t=xoxe-1-2-3-abc`,
    shares: { public: { [channel.id]: [{ ts, channel_name: channel.name }] } },
  };
}
