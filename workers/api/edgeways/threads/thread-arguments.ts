import { tsArgument } from '../../conversations/moments.ts';
import { channelArgument } from '../../conversations/access-channel.ts';

/** The arguments of a method about one thread. */
export const threadArguments = {
  channel: channelArgument,
  thread_ts: tsArgument('invalid_timestamp').describe("`ts` of the thread's root."),
};

export const threadErrors = ['channel_not_found', 'not_in_channel', 'thread_not_found', 'invalid_timestamp'] as const;
