import { z } from 'zod';
import { findActivePeople } from '../../../migrations/active-people.ts';
import { isDirect, maxGroupSize, type ChannelInfo } from '../../../shared/channel.ts';
import { AppError } from '../../../shared/errors.ts';
import { doOpenDirect, getDirect } from '../../channels/open-direct.ts';
import { conversationObject } from '../../slack-objects/conversation.ts';
import { defineMethod, type MethodContext } from '../method.ts';
import { ownSession } from '../own-session.ts';
import { accessChannel, describeChannel } from './access-channel.ts';
import { getPeer } from './peer.ts';
import { requireKindScope, writeScopes } from './scopes.ts';

/**
 * https://docs.slack.dev/reference/methods/conversations.open. Beyond Slack's: with only the caller in `users` it opens
 * their conversation with themselves.
 */
export const method = defineMethod({
  name: 'conversations.open',
  summary: 'Opens a direct message with one person or a group message with up to eight; makes it if there is none.',
  scopes: { user: ['im:write', 'mpim:write'], bot: ['im:write', 'mpim:write'] },
  tier: 3,
  input: z.object({
    channel: z.string().optional().describe('Id of a direct or group message, instead of `users`.'),
    users: z
      .array(z.string())
      .max(1000)
      .optional()
      .describe('Ids of the other people, separated by commas; at most eight.'),
    return_im: z.boolean().default(false).describe('Whether to answer with the whole conversation, not only its id.'),
    prevent_creation: z.boolean().default(false).describe('Whether to refuse when there is no such conversation yet.'),
  }),
  errors: [
    'channel_not_found',
    'method_not_supported_for_channel_type',
    'users_list_not_supplied',
    'user_not_found',
    'too_many_users',
  ],
  handler: async ({ input, ...context }) => {
    const { caller, env } = context;
    const { channel, isMade } =
      input.channel === undefined
        ? await openWith(context, input.users ?? [], input.prevent_creation)
        : { channel: await accessDirect(context, input.channel), isMade: false };
    const wasOpen = await ownSession({ env, caller }).openDirect(channel.id);
    const already = wasOpen && !isMade ? { no_op: true, already_open: true } : {};
    if (!input.return_im) return { ...already, channel: { id: channel.id } };
    const accessed = await accessChannel(context, channel.id, writeScopes);
    const peer = channel.kind === 'im' ? await getPeer(accessed) : undefined;
    return { ...already, channel: conversationObject(caller.workspaceId, channel, { isMember: true, peer }) };
  },
});

async function accessDirect({ env, caller }: MethodContext, id: string): Promise<ChannelInfo> {
  const { channel } = await describeChannel(await accessChannel({ env, caller }, id, writeScopes));
  if (!isDirect(channel.kind)) throw new AppError('method_not_supported_for_channel_type');
  return channel;
}

async function openWith(
  { env, caller, db, now }: MethodContext,
  named: readonly string[],
  preventCreation: boolean,
): Promise<{ channel: ChannelInfo; isMade: boolean }> {
  if (named.length === 0) throw new AppError('users_list_not_supplied');
  const people = [...new Set([...named, caller.userId])];
  if (people.length > maxGroupSize) throw new AppError('too_many_users');
  requireKindScope(caller, writeScopes, people.length > 2 ? 'mpim' : 'im');
  const opening = { workspaceId: caller.workspaceId, creator: caller.userId, people };
  // With somebody who has left one may still read what was said.
  const existing = await getDirect(db, opening);
  if (!existing) {
    const active = await findActivePeople(db, caller.workspaceId, people);
    if (people.some((userId) => !active.has(userId))) throw new AppError('user_not_found');
    if (preventCreation) throw new AppError('channel_not_found');
  }
  return { channel: await doOpenDirect(env, db, opening, now), isMade: existing === null };
}
