import { channelObjectName } from '../../shared/ids.ts';
import type { ChannelRpc } from './channel-rpc.ts';

/** The channel's object, by workspace and channel: no code path takes a channel id without its workspace's. */
export function channelOf(env: Env, workspaceId: string, channelId: string): ChannelRpc {
  return env.CHANNEL.getByName(channelObjectName(workspaceId, channelId));
}
