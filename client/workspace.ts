import type { ActivityItem } from '../shared/activity.ts';
import type { NoticeFrame } from '../shared/protocol/session-socket.ts';
import { ApiError } from './api/api-error.ts';
import { createApi, type Api } from './api/api.ts';
import type { Auth } from './auth/auth.ts';
import { createCatchUp } from './channel/catch-up.ts';
import { createChannelActions, type ChannelActions } from './channel/channel-actions.ts';
import { createChannelCache } from './channel/channel-cache.ts';
import { createChannelHandle, type ChannelHandle } from './channel/channel-handle.ts';
import { systemClock, type Clock } from './clock.ts';
import type { ConnectionState } from './connection/connection-state.ts';
import { createOffline } from './offline/offline.ts';
import type { OfflineCache } from './offline/offline-cache.ts';
import type { QueueStorage } from './sending/queue-storage.ts';
import { createSendQueue } from './sending/send-queue.ts';
import { createDrafts, forgetDrafts, type Drafts } from './session/drafts.ts';
import type { Listeners } from './listeners.ts';
import type { ListableStorage } from './sending/local-queue-storage.ts';
import { createPersonalActions, type PersonalActions } from './session/personal-actions.ts';
import { createPresenceWatch, type Presence } from './session/presence-watch.ts';
import { createReadSync } from './channel/read-sync.ts';
import { createSessionConnection } from './connection/session-connection.ts';
import { createSessionFeed, type StaleList } from './connection/session-feed.ts';
import { emptySessionState, type SessionState } from './session/session-state.ts';
import { createStore, type ReadableStore } from './store.ts';
import { socketUrl } from './connection/socket-url.ts';
import { createTransport } from './connection/transport.ts';
import { createUserDirectory, type UserDirectory } from './session/user-directory.ts';
import { createWakeSignal, type Wake } from './connection/wake.ts';
import { openWebSocket, type OpenSocket } from './connection/web-socket.ts';
import { createWorkspaceLists, type WorkspaceLists } from './session/workspace-lists.ts';

export interface WorkspaceOptions {
  /** Such as `https://chat.example.com`, without a slash at the end. */
  baseUrl: string;
  /** Signed in to the workspace. */
  auth: Auth;
  /** Keeps unsent messages over a reload. */
  storage: QueueStorage;
  /** Keeps drafts over a reload until the session has them. */
  deviceStorage?: ListableStorage;
  /** What this device remembers of the workspace. */
  cache?: OfflineCache;
  wake?: Wake;
  fetch?: typeof fetch;
  openSocket?: OpenSocket;
  clock?: Clock;
  /** From 0 to below 1, for jitter. */
  random?: () => number;
}

/** A signed-in person's workspace. Calls throw ApiError. */
export interface Workspace extends ChannelActions, PersonalActions, WorkspaceLists {
  readonly id: string;
  readonly self: string;
  readonly session: ReadableStore<SessionState>;
  /** The session's socket: what the page should say about being connected. */
  readonly connection: ReadableStore<ConnectionState>;
  readonly users: UserDirectory;
  readonly presence: Presence;
  /** Messages that the person may want to be notified of at once. */
  readonly notices: Pick<Listeners<NoticeFrame>, 'subscribe'>;
  /** Lines of the activity view as they come. */
  readonly activity: Pick<Listeners<ActivityItem>, 'subscribe'>;
  readonly drafts: Drafts;
  readonly api: Api;
  /** Whether the person is at this device: said to the session whenever it changes, and after each reconnection. */
  setActive(isActive: boolean): void;
  /** Calls the listener when a list has changed that is loaded when it is shown. */
  onStale(what: StaleList, listener: () => void): () => void;
  /** Reads the user groups or the emoji again: where they are looked through, and after a change of one's own. */
  reloadList(what: 'groups' | 'emoji'): Promise<void>;
  /** A group or an emoji was met that is not in its list: somebody may have added it since. */
  lookAgain(what: 'groups' | 'emoji'): void;
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
  const wake = options.wake ?? createWakeSignal();
  const requesting = { baseUrl, clock, getAccessToken, fetch: options.fetch ?? fetch };
  const transport = createTransport({
    ...requesting,
    openSocket: options.openSocket ?? openWebSocket,
    isVisible: wake.isVisible,
    getProbeUrl: async () => socketUrl(baseUrl, '/sockets/session', { ticket: await auth.ticket() }),
  });
  const environment = { clock, transport, random: options.random ?? Math.random, wake };
  const api = createApi(requesting);
  const queue = createSendQueue({ storage, clock, onChange: (channel) => channels.showPending(channel) });
  const connecting = { auth, baseUrl, environment };
  const users = createUserDirectory(api, clock);
  const session = createStore(emptySessionState);
  const offline = options.cache ? createOffline({ cache: options.cache, clock, self: user.id, session, users }) : null;
  const channels = createChannelCache({
    ...connecting,
    self: user.id,
    api,
    queue,
    offline,
    lastReadOf: (id) => session.get().channels.get(id)?.last_read,
    isListed: (id) => session.get().channels.has(id),
  });
  const reading = createReadSync(session, channels);
  const catchUp = createCatchUp(channels, environment);
  const connection = createSessionConnection(
    { onFrame: (frame) => feed.onFrame(frame), onDown: () => feed.onDown() },
    connecting,
  );
  const presence = createPresenceWatch(clock, connection.send);
  const drafts = createDrafts({
    session,
    clock,
    send: connection.send,
    storage: options.deviceStorage ?? null,
    workspaceId: workspace.id,
  });
  const lists = createWorkspaceLists(api, clock);
  const feed = createSessionFeed({
    session,
    reading,
    users,
    presence,
    drafts,
    lists,
    offline,
    catchUp,
    onEntered: channels.reconnect,
    send: connection.send,
  });
  const stopWatching = auth.onSignedOut((id, reason) => {
    if (id !== workspace.id) return;
    void offline?.clear();
    close();
    // Somebody who was signed out by others may still want what they wrote.
    if (reason === 'signed_out' && options.deviceStorage) forgetDrafts(options.deviceStorage, id);
  });

  async function getAccessToken(wanted?: { rejected?: string }) {
    // Somebody may have signed in to another workspace since; its token is not for us.
    if (auth.current()?.workspace.id !== workspace.id) throw new ApiError('not_authed');
    return auth.accessToken(wanted);
  }

  function close() {
    stopWatching();
    catchUp.stop();
    drafts.stop();
    offline?.stop();
    presence.stop();
    connection.stop();
    channels.close();
    transport.stop();
  }

  void offline?.restore().then(drafts.show);
  connection.start();
  void queue.load();

  return {
    id: workspace.id,
    self: user.id,
    session,
    connection: connection.state,
    users,
    presence: { store: presence.store, watch: presence.watch },
    notices: { subscribe: feed.notices.subscribe },
    activity: { subscribe: feed.activity.subscribe },
    drafts: { get: drafts.get, set: drafts.set, flush: drafts.flush },
    groups: lists.groups,
    emoji: lists.emoji,
    api,
    setActive(isActive) {
      if (!feed.setActive(isActive) || isActive) return;
      // Whoever goes away may be closing the page.
      drafts.flush();
      offline?.flush();
      channels.rest();
    },
    onStale: (what, listener) =>
      feed.stale.subscribe((changed) => {
        if (changed === what) listener();
      }),
    reloadList: lists.reload,
    lookAgain: lists.lookAgain,
    openChannel(id) {
      const held = channels.hold(id);
      offline?.remember(held.entry.store);
      return createChannelHandle(id, {
        ...held,
        queue,
        api,
        onRead: reading.showChannel,
        onThreadRead: reading.showThread,
      });
    },
    ...createChannelActions(api, channels.reconnect),
    ...createPersonalActions(api),
    close,
  };
}
