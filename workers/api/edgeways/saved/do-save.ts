import { unwrap } from '../../../../shared/errors.ts';
import { reachChannel } from '../../conversations/access-channel.ts';
import type { MethodContext } from '../../method.ts';
import { ownSession } from '../../own-session.ts';

/**
 * Saves a message that the caller may see; `due` in seconds since 1970. Whether it was saved before. Refuses with
 * `channel_not_found`, `message_not_found` or `too_many_saved`.
 */
export async function doSave(
  { env, caller }: Pick<MethodContext, 'env' | 'caller'>,
  { channel: id, ts, due }: { channel: string; ts: string; due: number | null },
): Promise<boolean> {
  const { channel, viewer } = reachChannel({ env, caller }, id);
  const { message } = unwrap(await channel.message(viewer, ts));
  const { thread_ts } = message;
  const thread = thread_ts === undefined || thread_ts === message.ts ? {} : { thread_ts };
  return unwrap(await ownSession({ env, caller }).save({ channel: id, ts: message.ts, ...thread, due })).already;
}
