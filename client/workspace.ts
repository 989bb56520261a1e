import type { SidebarChannel } from '../shared/channel.ts';
import type { SessionServerFrame } from '../shared/protocol/session-socket.ts';
import { ApiError } from './api-error.ts';
import { createApi, type Api } from './api.ts';
import type { Auth } from './auth.ts';
import { createChannelActions, type ChannelActions } from './channel-actions.ts';
import { createChannelCache } from './channel-cache.ts';
import { createChannelHandle, type ChannelHandle } from './channel-handle.ts';
import { hasUnread } from './channel-selectors.ts';
import { systemClock, type Clock } from './clock.ts';
import type { ConnectionState } from './connection-state.ts';
import type { QueueStorage } from './queue-storage.ts';
import { createSendQueue } from './send-queue.ts';
import { createSessionConnection } from './session-connection.ts';
import { emptySessionState, reduceSession, type SessionState } from './session-state.ts';
import { createStore, type ReadableStore } from './store.ts';
import { createUserDirectory, type UserDirectory } from './user-directory.ts';
import { createWakeSignal, type Wake } from './wake.ts';
import { openWebSocket, type OpenSocket } from './web-socket.ts';

export interface WorkspaceOptions {
  /** Such as `https://chat.example.com`, without a slash at the end. */
  baseUrl: string;
  /** Signed in to the workspace. */
  auth: Auth;
  /** Keeps unsent messages over a reload. */
  storage: QueueStorage;
  wake?: Wake;
  fetch?: typeof fetch;
  openSocket?: OpenSocket;
  clock?: Clock;
  /** From 0 to below 1, for jitter. */
  random?: () => number;
}

/** A signed-in person's workspace. Calls throw ApiError. */
export interface Workspace extends ChannelActions {
  readonly id: string;
  readonly self: string;
  readonly session: ReadableStore<SessionState>;
  /** The session's socket: what the page should say about being connected. */
  readonly connection: ReadableStore<ConnectionState>;
  readonly users: UserDirectory;
  readonly api: Api;
  /** Several handles of one channel share its state and its socket. */
  openChannel(id: string): ChannelHandle;
  /** Closes every socket. Unsent messages stay in the storage. */
  close(): void;
}

/** Opens the workspace that `auth` is signed in to: connects, and sends what was left unsent. Throws ApiError `not_authed`. */
export function openWorkspace(options: WorkspaceOptions): Workspace {
  const { baseUrl, auth, storage, clock = systemClock } = options;
  const current = auth.current();
  if (current === null) throw new ApiError('not_authed');
  const { workspace, user } = current;
  const environment = {
    clock,
    openSocket: options.openSocket ?? openWebSocket,
    random: options.random ?? Math.random,
    wake: options.wake ?? createWakeSignal(),
  };
  const api = createApi({
    baseUrl,
    clock,
    ...(options.fetch && { fetch: options.fetch }),
    getAccessToken: async (wanted) => {
      // Somebody may have signed in to another workspace since; its token is not for us.
      if (auth.current()?.workspace.id !== workspace.id) throw new ApiError('not_authed');
      return auth.accessToken(wanted);
    },
  });
  const queue = createSendQueue({ storage, clock, onChange: (channel) => channels.showPending(channel) });
  const connecting = { auth, baseUrl, environment };
  const channels = createChannelCache({ ...connecting, self: user.id, api, queue });
  const users = createUserDirectory(api, clock);
  const session = createStore(emptySessionState);
  const connection = createSessionConnection(handleFrame, connecting);
  const stopWatching = auth.onSignedOut((id) => {
    if (id === workspace.id) close();
  });

  function handleFrame(frame: SessionServerFrame) {
    session.update((state) => reduceSession(state, frame));
    if (frame.type === 'channel') takeReadState(frame.channel);
    if (frame.type !== 'boot') return;
    for (const channel of frame.channels) takeReadState(channel);
    // Names that cannot be listed now are looked up one by one, and listed after the next boot.
    users.refresh().catch(() => undefined);
  }

  /** A channel that we hold follows the sidebar's read cursor, unless it is ahead; then the sidebar follows it. */
  function takeReadState({ id, last_read: lastRead }: SidebarChannel) {
    channels.get(id)?.setLastRead(lastRead);
    showRead(id);
  }

  function showRead(id: string) {
    const channel = session.get().channels.get(id);
    const state = channels.get(id)?.store.get();
    if (channel === undefined || state === undefined || state.lastRead === channel.last_read) return;
    const isUnread = hasUnread(state) ?? channel.has_unread;
    const read = {
      last_read: state.lastRead,
      has_unread: isUnread,
      mention_count: isUnread ? channel.mention_count : 0,
    };
    session.update((before) => reduceSession(before, { type: 'channel', channel: { ...channel, ...read } }));
  }

  function close() {
    stopWatching();
    connection.stop();
    channels.close();
  }

  connection.start();
  void queue.load();

  return {
    id: workspace.id,
    self: user.id,
    session,
    connection: connection.state,
    users,
    api,
    openChannel: (id) => createChannelHandle(id, channels.hold(id), queue, showRead),
    ...createChannelActions(api, channels.reconnect),
    close,
  };
}
