import { z } from 'zod';
import type { ChannelRpc } from '../../../durable-objects/channel/channel-rpc.ts';
import type { Viewer } from '../../../durable-objects/channel/context.ts';
import { channelOf } from '../../../durable-objects/channel/stub.ts';
import type { ChannelInfo } from '../../../shared/channel.ts';
import { AppError, unwrap } from '../../../shared/errors.ts';
import { ChannelId } from '../../../shared/ids.ts';
import { viewerOf } from '../../../durable-objects/channel/viewer.ts';
import type { MethodContext } from '../method.ts';
import { requireKindScope, type ConversationScopes } from './scopes.ts';

export const channelArgument = z.string().describe('Id of the conversation.');

/** A conversation, and who looks at it. */
export type AccessedChannel = {
  channel: ChannelRpc;
  viewer: Viewer;
  /** What the channel said of itself, if it had to be asked. */
  known: Known | null;
};

type Known = { channel: ChannelInfo; isMember: boolean; lastRead: string };

type Access = Pick<MethodContext, 'env' | 'caller'>;

/**
 * The way to a conversation for every method that names one. Whether the caller may know of it is decided by the channel
 * in the call that follows; a token with scopes asks before, because the kind of conversation decides which it needs.
 */
export async function accessChannel(
  { env, caller }: Access,
  id: string,
  scopes: ConversationScopes,
): Promise<AccessedChannel> {
  const reached = reachChannel({ env, caller }, id);
  if (caller.scopes === 'all') return { ...reached, known: null };
  const known = unwrap(await reached.channel.info(reached.viewer));
  requireKindScope(caller, scopes, known.channel.kind);
  return { ...reached, known };
}

/** What the channel says of itself, to a method that must know before it does anything else. */
export async function describeChannel({ channel, viewer, known }: AccessedChannel): Promise<Known> {
  return known ?? unwrap(await channel.info(viewer));
}

/** Access for reading messages. A bot reads where it was brought in; a person may look into any public channel. */
export async function accessHistory(access: Access, id: string, scopes: ConversationScopes): Promise<AccessedChannel> {
  const accessed = await accessChannel(access, id, scopes);
  if (access.caller.kind === 'bot' && !accessed.known?.isMember) throw new AppError('not_in_channel');
  return accessed;
}

/** The object of a conversation, for methods whose scope does not depend on its kind. */
export function reachChannel({ env, caller }: Access, id: string): Omit<AccessedChannel, 'known'> {
  // Anything else names no object; and no object is to be woken for it.
  if (!ChannelId.safeParse(id).success) throw new AppError('channel_not_found');
  return {
    channel: channelOf(env, caller.workspaceId, id),
    viewer: viewerOf(caller),
  };
}
