import { relayObjectName } from '../../shared/ids.ts';
import type { RelayRpc } from './relay-rpc.ts';

/** A relay of a channel. */
export function relayOf(env: Env, workspaceId: string, channelId: string, number: number): RelayRpc {
  return env.RELAY.getByName(relayObjectName(workspaceId, channelId, number));
}
