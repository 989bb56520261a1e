import {
  ApiError,
  type ChannelHandle,
  type ChannelState,
  type SessionState,
  type Workspace,
} from '../../client/index.ts';
import { compareTs } from '../../shared/timestamps.ts';
import { until } from '../../e2e/harness/member.ts';
import type { Violation } from '../record/violation.ts';
import type { Player } from '../stage/player.ts';
import { canonical, difference } from './canonical.ts';

/** What a client that knew nothing gets, for as long as it is looked at. */
export interface Fresh {
  session: SessionState;
  violations: Violation[];
}

/**
 * Holds everything that a person's client has against what a new client fetches, which reaches the server by `url`. What
 * differs now may be on its way still: whoever asks, asks again.
 */
export async function compareWithFresh(player: Player, url: string): Promise<Fresh> {
  const fresh = player.openFresh(url);
  try {
    await until(fresh.connection, ({ kind }) => kind === 'live');
    const violations = checkSession(player, fresh);
    for (const handle of player.handles.values()) violations.push(...(await checkChannel(player, handle, fresh)));
    return { session: fresh.session.get(), violations };
  } finally {
    fresh.close();
  }
}

/** All but what differs from device to device. */
function checkSession(player: Player, fresh: Workspace): Violation[] {
  const { kind } = player.workspace.connection.get();
  if (kind !== 'live') return [{ rule: 'agree', what: `${player.id}'s session is ${kind}` }];
  const mine = partsOf(player.workspace.session.get());
  return Object.entries(partsOf(fresh.session.get())).flatMap(([name, part]): Violation[] => {
    const what = difference(`${player.id}'s ${name}`, [mine[name]], [part]);
    return what === null ? [] : [{ rule: 'agree', what }];
  });
}

function partsOf(state: SessionState): Record<string, unknown> {
  const { ownPresence: _, dnd: __, droppedDrafts: ___, drafts, ...parts } = state;
  // A session whose clock is behind gives a draft an earlier time than the device that wrote it.
  return { ...parts, drafts: new Map([...drafts].map(([key, draft]) => [key, { ...draft, updated: null }])) };
}

async function checkChannel(player: Player, handle: ChannelHandle, fresh: Workspace): Promise<Violation[]> {
  const channel = handle.id;
  const mine = handle.store.get();
  const say = (what: string): Violation => ({ rule: 'agree', what, channel });
  const other = fresh.openChannel(channel);
  try {
    const { kind } = await until(other.connection, (state) => state.kind === 'live' || state.kind === 'gone');
    const own = handle.connection.get().kind;
    if (kind === 'gone' || own === 'gone')
      return kind === own ? [] : [say(`${player.id} is ${own}, and a new client ${kind}`)];
    if (own !== 'live') return [say(`${player.id} is ${own}`)];
    for (const root of mine.threads.keys()) await openIfThere(other, root);
    while (needsOlder(mine, other.store.get())) await other.loadOlder();
    return compare(mine, other.store.get()).map((what) => say(`${player.id}: ${what}`));
  } finally {
    other.close();
  }
}

/** A thread of which nothing is left is as good as empty. */
async function openIfThere(channel: ChannelHandle, root: string): Promise<void> {
  try {
    await channel.openThread(root);
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'thread_not_found')) throw error;
  }
}

function needsOlder({ messages, from }: ChannelState, fresh: ChannelState): boolean {
  if (fresh.from === null) return false;
  return from === null || (messages.first !== undefined && compareTs(fresh.from, messages.first.ts) > 0);
}

function compare(mine: ChannelState, fresh: ChannelState): string[] {
  const waiting = mine.pending.filter(({ status }) => status !== 'failed').length;
  const unconfirmed = mine.overlays.size + mine.marks.size;
  const stretch = fresh.messages.toArray().filter(({ ts }) => isWithin(ts, mine));
  const place = (state: ChannelState) => ({
    epoch: state.epoch,
    seq: state.seq,
    info: state.info,
    bookmarks: state.bookmarks,
    isMember: state.isMember,
    // Nobody has read a channel that they are not in.
    lastRead: state.isMember && state.lastRead,
  });
  return [
    waiting > 0 ? `${waiting} messages are not sent` : null,
    unconfirmed > 0 ? `${canonical([...mine.overlays, ...mine.marks])} is not confirmed` : null,
    difference('place', [place(mine)], [place(fresh)]),
    difference('messages', mine.messages.toArray(), stretch),
    ...[...mine.threads].map(([root, thread]) =>
      difference(`thread ${root}`, thread.toArray(), fresh.threads.get(root)?.toArray() ?? []),
    ),
  ].filter((what) => what !== null);
}

/** Whether the shown stretch reaches over a message. */
function isWithin(ts: string, { from, to }: ChannelState): boolean {
  return (from === null || compareTs(ts, from) >= 0) && (to === null || compareTs(ts, to) <= 0);
}
