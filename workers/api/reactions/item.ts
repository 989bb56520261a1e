import { z } from 'zod';
import { tsArgument } from '../conversations/moments.ts';

/** The message that a method of reactions or pins is about. */
export const itemArguments = {
  channel: z.string('no_item_specified').describe('Id of the conversation that the message is in.'),
  timestamp: z.string('no_item_specified').pipe(tsArgument('bad_timestamp')).describe('`ts` of the message.'),
};

export const itemErrors = ['no_item_specified', 'bad_timestamp', 'channel_not_found', 'message_not_found'] as const;

/** Of whoever hangs something on the message. */
export const writingErrors = [...itemErrors, 'not_in_channel', 'is_archived'] as const;
