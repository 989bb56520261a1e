import { z } from 'zod';
import { getSafeUrl } from '../../../shared/mrkdwn/safe-url.ts';

/** Slack's bookmarks name their channel like this, unlike all else. */
export const channelIdArgument = z.string().describe('Id of the conversation.');
export const bookmarkIdArgument = z.string().describe('Id of the bookmark.');

/** Characters. */
const longestTitle = 255;
const longestLink = 2_000;

const title = z.string().trim().min(1).max(longestTitle).describe('What the bookmark is called.');
const link = z
  .string('invalid_link')
  .trim()
  .max(longestLink, 'invalid_link')
  .refine((url) => /^https?:/i.test(url) && getSafeUrl(url) !== null, 'invalid_link')
  .describe('A web address.');
const emoji = z
  .string()
  .regex(/^(?::[^\s:]{1,100}:)?$/u, 'invalid_emoji')
  .describe("An emoji's name in colons, shown before the title; empty for none.");

export const bookmarkFields = { title, link, emoji: emoji.default('') };
export const bookmarkChanges = { title: title.optional(), link: link.optional(), emoji: emoji.optional() };

export const bookmarkErrors = ['channel_not_found', 'not_in_channel', 'is_archived'] as const;
export const bookmarkFieldErrors = ['invalid_link', 'invalid_emoji'] as const;
