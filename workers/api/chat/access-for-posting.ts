import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { ChannelId } from '../../../shared/ids.ts';
import { getChannelIdByName } from '../../channels/list-channels.ts';
import { reachChannel } from '../conversations/access-channel.ts';
import type { MethodContext } from '../method.ts';

export const addressArgument = z
  .string()
  .describe('Id of the conversation, or the name of a channel, with or without #.');

/** The conversation that a message is for, by id or by the name of a channel that the caller may know of. */
export async function accessForPosting(
  { env, caller, db }: Pick<MethodContext, 'env' | 'caller' | 'db'>,
  address: string,
) {
  if (ChannelId.safeParse(address).success) return { id: address, ...reachChannel({ env, caller }, address) };
  // No name has a capital letter, so none looks like an id.
  const id = await getChannelIdByName(db, caller, address.replace(/^#/, ''));
  if (id === null) throw new AppError('channel_not_found');
  return { id, ...reachChannel({ env, caller }, id) };
}
