import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { tsArgument } from '../conversations/moments.ts';

export const starArguments = {
  channel: z.string().optional().describe('Id of the conversation to star, or in which the message is.'),
  timestamp: tsArgument('bad_timestamp').optional().describe('`ts` of the message.'),
};

/** What is meant: a message, or a whole conversation (`ts` null). Refuses with `no_item_specified`. */
export function requireItem(input: { channel?: string | undefined; timestamp?: string | undefined }): {
  channel: string;
  ts: string | null;
} {
  if (input.channel === undefined) throw new AppError('no_item_specified');
  return { channel: input.channel, ts: input.timestamp ?? null };
}
