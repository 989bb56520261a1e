import { z } from 'zod';
import { ChannelText } from '../../shared/channel.ts';
import { Message } from '../../shared/message.ts';
import { Ts } from '../../shared/timestamps.ts';
import { User } from '../../shared/user.ts';

/** What the Web API answers, as far as this client reads it. */

/** Slack's conversation object. */
export const Conversation = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  is_channel: z.boolean().optional(),
  is_group: z.boolean().optional(),
  is_im: z.boolean().optional(),
  is_mpim: z.boolean().optional(),
  is_private: z.boolean().optional(),
  is_archived: z.boolean().optional(),
  is_general: z.boolean().optional(),
  is_member: z.boolean().optional(),
  num_members: z.number().int().optional(),
  creator: z.string().optional(),
  /** Seconds since 1970. */
  created: z.number().optional(),
  topic: ChannelText.optional(),
  purpose: ChannelText.optional(),
  last_read: Ts.optional(),
});
export type Conversation = z.infer<typeof Conversation>;

/** Slack's paging: an empty or absent cursor means that there is no more. */
export const paged = { response_metadata: z.object({ next_cursor: z.string().optional() }).optional() };

/** Of a list that is put together from many conversations: those that did not answer, and of which nothing is listed now. */
export const incomplete = { unreachable: z.array(z.string()).default([]) };

export const Plain = z.looseObject({ ok: z.literal(true) });
export const ChannelAnswer = z.object({ channel: Conversation });
/** Of `conversations.open`, which says no more than the id if not asked to. */
export const OpenedAnswer = z.object({ channel: z.looseObject({ id: z.string() }) });
export const ChannelsAnswer = z.object({ channels: z.array(Conversation), ...paged });
export const MembersAnswer = z.object({ members: z.array(z.string()), ...paged });
/** `messages`: newest first from `conversations.history`, oldest first from `conversations.replies`. */
export const MessagesAnswer = z.object({ messages: z.array(Message), has_more: z.boolean().default(false), ...paged });
export const PostedAnswer = z.object({ channel: z.string(), ts: Ts });
export const PermalinkAnswer = z.object({ permalink: z.string() });
export const UsersAnswer = z.object({ members: z.array(User), ...paged });
export const UserAnswer = z.object({ user: User });
export const ProfileAnswer = z.object({ profile: User.shape.profile });
export const TeamAnswer = z.object({
  team: z.looseObject({ id: z.string(), name: z.string(), domain: z.string() }),
});

/** The cursor of the next page, or null after the last. */
export function nextCursor(answer: {
  response_metadata?: { next_cursor?: string | undefined } | undefined;
}): string | null {
  return answer.response_metadata?.next_cursor || null;
}
