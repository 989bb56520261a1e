import { Message } from '../message.ts';
import { isObject, type Fields } from './fields.ts';
import type { PlannedChannel } from './plan.ts';

/** The id that something of the export has in the workspace; the same id where it keeps its own. */
export interface IdMap {
  user(id: string): string;
  channel(id: string): string;
}

type Kind = keyof IdMap;

/** Slack's fields that hold an id or a list of ids, in messages, blocks, attachments, files, comments and rooms. */
const userFields =
  'user users user_id inviter parent_user_id reply_users members creator created_by owner author_id pinned_by ' +
  'editor last_editor participants participant_history';
const channelFields = 'channel channels channel_id groups ims pinned_to';
const fieldKinds = new Map<string, Kind>([
  ...userFields.split(' ').map((field) => [field, 'user'] as const),
  ...channelFields.split(' ').map((field) => [field, 'channel'] as const),
]);

const mention = /<(@|#)([A-Z0-9]+)(?=[|>])/g;

/**
 * The message with the ids of people and channels as the workspace has them: in its fields, in the mentions of its text,
 * and likewise in its blocks, attachments, files and reactions. Two people who became one react once.
 */
export function mapIds(message: Message, map: IdMap): Message {
  const fields = mapFields(message, map);
  if (message.reactions) {
    fields['reactions'] = message.reactions.map(({ name, users, count }) => {
      const all = [...new Set(users.map((id) => map.user(id)))];
      return { name, users: all, count: count - (users.length - all.length) };
    });
  }
  return Message.parse(fields);
}

/** The same for what the export says of a channel. Its own id too. */
export function mapChannelIds(channel: PlannedChannel, map: IdMap): PlannedChannel {
  return {
    ...channel,
    id: map.channel(channel.id),
    creator: map.user(channel.creator),
    topic: { ...channel.topic, creator: map.user(channel.topic.creator) },
    purpose: { ...channel.purpose, creator: map.user(channel.purpose.creator) },
    members: [...new Set(channel.members.map((id) => map.user(id)))],
    pins: channel.pins.map((pin) => ({ ...pin, user: map.user(pin.user) })),
  };
}

function mapFields(fields: Fields, map: IdMap): Fields {
  // In a rich text's text, and in plain text, `<@U…>` is what somebody typed, not a mention.
  const isLiteral = fields['type'] === 'text' || fields['type'] === 'plain_text';
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      if (field === 'shares') return [field, mapShares(value, map)];
      if (isLiteral && field === 'text') return [field, value];
      return [field, mapValue(value, map, fieldKinds.get(field))];
    }),
  );
}

function mapValue(value: unknown, map: IdMap, kind: Kind | undefined): unknown {
  if (Array.isArray(value)) return mapList(value, map, kind);
  if (isObject(value)) return mapFields(value, map);
  if (typeof value !== 'string') return value;
  return kind === undefined ? mapMentions(value, map) : map[kind](value);
}

function mapList(list: readonly unknown[], map: IdMap, kind: Kind | undefined): unknown[] {
  const mapped = list.map((item) => mapValue(item, map, kind));
  return kind === undefined ? mapped : [...new Set(mapped)];
}

function mapMentions(text: string, map: IdMap): string {
  return text.replace(
    mention,
    (_, sign: string, id: string) => `<${sign}${sign === '@' ? map.user(id) : map.channel(id)}`,
  );
}

/** A file's `shares`: lists of messages by channel id, once for public and once for private channels. */
function mapShares(shares: unknown, map: IdMap): unknown {
  if (!isObject(shares)) return shares;
  const mapKeys = (byChannel: unknown) =>
    isObject(byChannel)
      ? Object.fromEntries(
          Object.entries(byChannel).map(([id, share]) => [map.channel(id), mapValue(share, map, undefined)]),
        )
      : byChannel;
  return Object.fromEntries(Object.entries(shares).map(([audience, byChannel]) => [audience, mapKeys(byChannel)]));
}
