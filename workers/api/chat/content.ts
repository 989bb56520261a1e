import { z } from 'zod';
import type { Attachment } from '../../../durable-objects/channel/attached/previews.ts';
import { isDeeperThan } from '../../../shared/json-depth.ts';
import { maxAttachments, maxBlocksDepth } from '../../../shared/message.ts';

/**
 * An attachment as it may come from outside. A quote is of a message that somebody wrote, and a picture comes by an address
 * that we signed, so both are ours to say.
 */
export function asGiven({ is_msg_unfurl: _quote, picture: _picture, ...attachment }: Attachment): Attachment {
  return attachment;
}

const isShallow = (value: unknown) => !isDeeperThan(value, maxBlocksDepth);

/** What a message may say, as `chat.postMessage` and `chat.update` take it. How much of it is the channel's to check. */
export const contentArguments = {
  blocks: z
    .array(z.looseObject({ type: z.string('invalid_blocks') }, 'invalid_blocks'), 'invalid_blocks')
    .refine(isShallow, 'invalid_blocks')
    .optional()
    .describe('Blocks of Block Kit, as JSON. `text` then is what notifications say.'),
  attachments: z
    .array(z.looseObject({}))
    .max(maxAttachments, 'too_many_attachments')
    .refine(isShallow, 'invalid_blocks')
    .transform((attachments) => attachments.map(asGiven))
    .optional()
    .describe('Secondary attachments, as JSON.'),
};

/** Arguments of Slack's that change nothing here: a message is shown as it was written, and as the caller's. */
export const ignoredArguments = {
  as_user: z.boolean().optional().describe("Accepted; messages are always the caller's."),
  link_names: z.boolean().optional().describe('Accepted; mentions are written as `<@U…>` and `<#C…>`.'),
  parse: z.string().optional().describe('Accepted; the text is taken as it is.'),
};

/** How a message would look like somebody else's. */
export const disguiseArguments = {
  username: z.string().optional().describe("Accepted; messages are always the caller's."),
  icon_emoji: z.string().optional().describe('Accepted, as `username`.'),
  icon_url: z.string().optional().describe('Accepted, as `username`.'),
};

export const contentErrors = [
  'no_text',
  'msg_too_long',
  'invalid_blocks',
  'msg_blocks_too_long',
  'too_many_attachments',
] as const;

/** A message that calls everybody, which a policy of the workspace may leave to administrators. */
export const callErrors = ['restricted_action'] as const;
