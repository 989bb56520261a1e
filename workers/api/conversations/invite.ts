import { z } from 'zod';
import { AppError, unwrap, type ErrorCode } from '../../../shared/errors.ts';
import { conversationObject } from '../../slack-objects/conversation.ts';
import { defineMethod } from '../method.ts';
import { findActivePeople } from '../../../migrations/active-people.ts';
import { accessChannel, channelArgument, describeChannel } from './access-channel.ts';
import { anyOf, inviteScopes } from './scopes.ts';

type Refused = { user: string; ok: false; error: ErrorCode };

/** https://docs.slack.dev/reference/methods/conversations.invite */
export const method = defineMethod({
  name: 'conversations.invite',
  summary: 'Brings people into a channel that the caller is in.',
  scopes: anyOf(inviteScopes),
  tier: 3,
  input: z.object({
    channel: channelArgument,
    users: z.array(z.string()).max(1000).describe('Ids of the people, separated by commas; at most 1,000.'),
    force: z.boolean().default(false).describe('Whether to bring in the others when one of them cannot be.'),
  }),
  errors: [
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'no_user',
    'user_not_found',
    'cant_invite_self',
    'already_in_channel',
    'method_not_supported_for_channel_type',
  ],
  handler: async ({ input, caller, db, env }) => {
    const accessed = await accessChannel({ env, caller }, input.channel, inviteScopes);
    // First, so that a hidden channel is refused as such, whoever is to be brought in.
    await describeChannel(accessed);
    const active = await findActivePeople(db, caller.workspaceId, input.users);
    const refusalOf = (user: string): ErrorCode | null => {
      if (user === caller.userId) return 'cant_invite_self';
      return active.has(user) ? null : 'user_not_found';
    };
    const errors = input.users.flatMap((user): Refused[] => {
      const error = refusalOf(user);
      return error ? [{ user, ok: false, error }] : [];
    });
    const [first] = errors;
    const invited = input.users.filter((user) => refusalOf(user) === null);
    // Among only wrong ones there is nobody whom `force` could bring in.
    if (first && (!input.force || invited.length === 0)) throw new AppError(first.error, { errors });
    const { channel } = unwrap(await accessed.channel.invite(accessed.viewer, invited));
    return {
      channel: conversationObject(caller.workspaceId, channel, { isMember: true }),
      ...(first ? { errors } : {}),
    };
  },
});
