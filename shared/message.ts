import { z } from 'zod';
import { Ts } from './timestamps.ts';

/** How many of those who reacted alike are named; the others are only counted. */
export const maxNamedReactors = 50;

/** One emoji under a message. `users` names at most `maxNamedReactors` of the `count`. Slack's `reactions` entry. */
export const Reaction = z.object({ name: z.string(), users: z.array(z.string()), count: z.number().int() });
export type Reaction = z.infer<typeof Reaction>;

/** What is known of a file. The bytes are elsewhere; `mode` is `tombstone` when they are gone. Slack's file object. */
export const FileMetadata = z.looseObject({ id: z.string(), name: z.string().nullish(), mode: z.string().optional() });
export type FileMetadata = z.infer<typeof FileMetadata>;

/** How many of those who replied in a thread its root names. */
export const maxNamedRepliers = 5;

/**
 * What the root of a thread knows of its replies. Travels with each reply's event too, as absolute values, so that
 * applying an event twice gives the same root. `reply_users` names at most `maxNamedRepliers` of the `reply_users_count`.
 */
export const ThreadSummary = z.object({
  reply_count: z.number().int(),
  reply_users_count: z.number().int(),
  reply_users: z.array(z.string()),
  latest_reply: Ts.optional(),
});
export type ThreadSummary = z.infer<typeof ThreadSummary>;

/**
 * A message as Slack writes it: in history, in events and in an export. Loose, because imported messages carry fields
 * that we keep and hand out but do not read.
 */
export const Message = z.looseObject({
  type: z.literal('message'),
  subtype: z.string().optional(),
  ts: Ts,
  /** Absent only for a message of a bot without a user. */
  user: z.string().optional(),
  bot_id: z.string().optional(),
  username: z.string().optional(),
  text: z.string(),
  blocks: z.array(z.looseObject({ type: z.string() })).optional(),
  attachments: z.array(z.looseObject({})).optional(),
  files: z.array(FileMetadata).optional(),
  client_msg_id: z.string().optional(),
  /** The root's `ts`; equal to `ts` on a root that has replies. */
  thread_ts: Ts.optional(),
  parent_user_id: z.string().optional(),
  ...ThreadSummary.partial().shape,
  edited: z.object({ user: z.string(), ts: Ts }).optional(),
  reactions: z.array(Reaction).optional(),
  /** Channel ids in which it is pinned: none or its own. */
  pinned_to: z.array(z.string()).optional(),
  // What the subtypes of channel history carry.
  inviter: z.string().optional(),
  topic: z.string().optional(),
  purpose: z.string().optional(),
  name: z.string().optional(),
  old_name: z.string().optional(),
});
export type Message = z.infer<typeof Message>;

/** Lines of who came and went. They make a channel unread for nobody, as in Slack. */
export const membershipSubtypes: readonly string[] = ['channel_join', 'channel_leave', 'group_join', 'group_leave'];

export function isMembershipLine({ subtype }: { subtype?: string | undefined }): boolean {
  return subtype !== undefined && membershipSubtypes.includes(subtype);
}

/** Slack cuts at 40,000 characters; we refuse, so that nothing is lost silently. */
export const maxTextLength = 40_000;
export const maxBlocks = 50;
export const maxAttachments = 100;
/** Characters of JSON. Keeps a message's event well below a queue message's 128 KB. */
export const maxBlocksLength = 60_000;
/** How deep objects and arrays lie in one another in blocks or attachments; the list of them is the first level. */
export const maxBlocksDepth = 64;
