import { z } from 'zod';
import { ChannelId } from './ids.ts';
import { Ts } from './timestamps.ts';

export const ChannelKind = z.enum(['public', 'private', 'im', 'mpim']);
export type ChannelKind = z.infer<typeof ChannelKind>;

/** Conversations that nobody joins: their people are fixed. */
export function isDirect(kind: ChannelKind): boolean {
  return kind === 'im' || kind === 'mpim';
}

/** Slack's word for a kind in events. */
export const channelTypeOf = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' } as const satisfies Record<
  ChannelKind,
  string
>;

/** A topic or purpose: who set it, when (seconds since 1970). */
export const ChannelText = z.object({ value: z.string(), creator: z.string(), last_set: z.number().int() });
export type ChannelText = z.infer<typeof ChannelText>;

/** The topic and the purpose of a channel to which nobody has given one. */
export const unsetText: ChannelText = { value: '', creator: '', last_set: 0 };

/** What a channel says of itself, in our own terms. `workers/api` turns it into Slack's conversation object. */
export const ChannelInfo = z.object({
  id: ChannelId,
  name: z.string(),
  kind: ChannelKind,
  isGeneral: z.boolean(),
  isArchived: z.boolean(),
  creator: z.string(),
  /** Seconds since 1970. */
  created: z.number().int(),
  topic: ChannelText,
  purpose: ChannelText,
  memberCount: z.number().int(),
  previousNames: z.array(z.string()),
});
export type ChannelInfo = z.infer<typeof ChannelInfo>;

/**
 * A channel in a person's sidebar. It comes from the channel with the sequence number at which it was true, so a late
 * copy never overwrites a newer one.
 */
export const SidebarChannel = z.object({
  id: ChannelId,
  name: z.string(),
  kind: ChannelKind,
  is_general: z.boolean(),
  is_archived: z.boolean(),
  topic: z.string(),
  /** The newest message that the person has read; the zero ts when none. */
  last_read: Ts,
  /** Whether something is newer than `last_read`. */
  has_unread: z.boolean(),
  /**
   * Of messages that call the person by name, group, keyword or all at once (@here: if they were there then); in a direct message, of
   * all that are unread.
   */
  mention_count: z.number().int(),
  /** The newest message in the history, as of when this was said: somebody who knows of one is not told of the next. */
  latest: Ts,
  /** For a direct message: the other people. */
  members: z.array(z.string()).optional(),
});
export type SidebarChannel = z.infer<typeof SidebarChannel>;

/** A link at the top of a channel. Slack's bookmark object, as far as links go. */
export const Bookmark = z.object({
  id: z.string(),
  channel_id: z.string(),
  title: z.string(),
  link: z.string(),
  /** A short name with colons, or nothing. */
  emoji: z.string(),
  type: z.literal('link'),
  /** Seconds since 1970; 0 when it was never changed. */
  date_created: z.number().int(),
  date_updated: z.number().int(),
  last_updated_by_user_id: z.string(),
});
export type Bookmark = z.infer<typeof Bookmark>;

/** People in a group message, oneself included. */
export const maxGroupSize = 9;
export const maxNameLength = 80;
export const maxTopicLength = 250;
