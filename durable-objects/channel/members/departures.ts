import type { Outcome, Refusal } from '../../../shared/errors.ts';
import type { Channel, Stretch } from '../context.ts';
import { removeMembership, type OpenShard } from './directory-copy.ts';

/** Whether they may go; reads only. */
export type MayDepart = (channel: Channel | null) => Refusal | { ok: true; channel: Channel };
/** Lets them go, if they still may. */
export type Depart<T> = (channel: Channel | null) => Outcome<T>;

/**
 * Takes somebody out of the channel: the directory's copy first, so that it is never wider than the truth, then the
 * truth. Asked twice, since the channel may have changed while the directory was being written.
 */
export async function depart<T>(
  change: Stretch,
  openShard: OpenShard,
  userId: string,
  check: MayDepart,
  leave: Depart<T>,
): Promise<Outcome<T>> {
  const allowed = change(check);
  if (!allowed.ok) return allowed;
  const { row } = allowed.channel;
  await removeMembership(await openShard(row.workspace), row, userId);
  return change(leave);
}
