import { z } from 'zod';
import { maxNameLength } from './channel.ts';
import type { ErrorCode } from './errors.ts';

/** Letters of scripts without case are as good as lower-case ones. */
const allowed = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_-]*$/u;
const lettersOrDigits = /[\p{L}\p{N}]/u;

/** The name of a channel, as `conversations.create` and `.rename` take it; refuses with Slack's name for what is wrong. */
export const ChannelName = z
  .string('invalid_name_required')
  .transform((name) => name.normalize('NFC'))
  .refine((name) => name !== '', 'invalid_name_required')
  .refine((name) => name.length <= maxNameLength, 'invalid_name_maxlength')
  .refine((name) => allowed.test(name), 'invalid_name_specials')
  .refine((name) => lettersOrDigits.test(name), 'invalid_name_punctuation')
  .describe(
    'Lower-case letters, digits, hyphens and underscores, at most 80; unique among channels, private ones too.',
  );

export const channelNameErrors = [
  'invalid_name_required',
  'invalid_name_maxlength',
  'invalid_name_specials',
  'invalid_name_punctuation',
  'name_taken',
] as const satisfies readonly ErrorCode[];
