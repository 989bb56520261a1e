import type { SidebarChannel } from '../../shared/channel.ts';
import type { ChannelCache } from './channel-cache.ts';
import type { ChannelEntry } from './channel-entry.ts';
import type { SocketEnvironment } from '../connection/reconnecting-socket.ts';

/**
 * After a session has booted: brings some channels up to date of which we hold something old, so that they are so when
 * they are shown. The channel that is shown goes first, and these after it one by one; their sockets linger as those of
 * channels that were left.
 */
export interface CatchUp {
  start(sidebar: () => ReadonlyMap<string, SidebarChannel>): void;
  stop(): void;
}

/** What is shown has this long for itself. Milliseconds. */
const headStart = 1_500;
/** How many are brought up to date, and how long each may take. Milliseconds. */
const channelsAtMost = 3;
const patience = 10_000;

export function createCatchUp(
  channels: Pick<ChannelCache, 'recent' | 'get' | 'hold'>,
  { clock, transport, wake }: Pick<SocketEnvironment, 'clock' | 'transport' | 'wake'>,
): CatchUp {
  let cancelStart = () => {};
  /** Counts starts: a later one ends what an earlier one began. */
  let round = 0;

  const isWorthIt = () => transport.kind.get() === 'socket' && wake.isVisible();

  async function run(sidebar: () => ReadonlyMap<string, SidebarChannel>, mine: number) {
    const stale = channels.recent().filter((id) => sidebar().get(id)?.has_unread === true);
    for (const id of stale.slice(0, channelsAtMost)) {
      if (mine !== round || !isWorthIt()) return;
      if (channels.get(id)?.connection.state.get().kind === 'live') continue;
      const { entry, release } = channels.hold(id);
      await untilSettled(entry);
      release();
    }
  }

  function untilSettled({ connection: { state } }: ChannelEntry): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        cancel();
        unsubscribe();
        resolve();
      };
      const cancel = clock.after(patience, finish);
      const unsubscribe = state.subscribe(() => {
        if (state.get().kind !== 'connecting') finish();
      });
    });
  }

  return {
    start(sidebar) {
      cancelStart();
      round += 1;
      const mine = round;
      cancelStart = clock.after(headStart, () => void run(sidebar, mine));
    },
    stop() {
      cancelStart();
      round += 1;
    },
  };
}
