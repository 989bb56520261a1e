import { unwrap } from '../../../shared/errors.ts';
import type { AccessedChannel } from './access-channel.ts';

/** The other person in a direct message; oneself, when one talks to oneself. */
export async function getPeer({ channel, viewer }: Pick<AccessedChannel, 'channel' | 'viewer'>): Promise<string> {
  const { members } = unwrap(await channel.members(viewer, { limit: 2 }));
  return members.find((userId) => userId !== viewer.userId) ?? viewer.userId;
}
