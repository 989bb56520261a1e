/**
 * The client library of Edgeways: everything between a user interface and the server, without a framework. The web
 * client, tests and benchmarks use it. It needs `fetch`, `WebSocket` and `crypto`; storage, locks, the clock and the
 * signal that the network is back are handed in.
 *
 * ```ts
 * const auth = createAuth({ baseUrl, storage: localStorage, locks: navigator.locks });
 * await auth.requestCode('ada@example.com');
 * const { proof, workspaces } = await auth.verify('ada@example.com', '123456');
 * await auth.signIn(proof, workspaces[0].id); // after a reload: auth.restore(auth.knownWorkspaces()[0].id)
 *
 * const wake = createWakeSignal(navigator.onLine);
 * addEventListener('online', () => wake.setOnline(true));
 * addEventListener('offline', () => wake.setOnline(false));
 * addEventListener('visibilitychange', () => wake.setVisible(document.visibilityState === 'visible'));
 *
 * const storage = createLocalQueueStorage(localStorage, workspaceId);
 * const cache = createIndexedDbCache(workspaceId);
 * const workspace = openWorkspace({ baseUrl, auth, storage, cache, deviceStorage: localStorage, wake });
 * const channel = workspace.openChannel('C024BE91L');
 * channel.store.subscribe(() => render(visibleMessages(channel.store.get())));
 * channel.send('Good morning!');
 * ```
 *
 * - **Stores** are a value with `get` and `subscribe`, as React's `useSyncExternalStore` takes them. Values are never
 *   altered, and what did not change keeps its identity.
 * - **One reducer**: `reduceChannel(state, event)` is the only way in which an event changes what is shown, and it gives
 *   what a fresh fetch would give.
 * - **A channel's list** is one stretch of history without holes. At first it is the live end. After `jumpTo` it may be
 *   an older stretch (`hasNewer`); what is posted meanwhile waits in the parked live end, and the two become one when
 *   `loadNewer` reaches it.
 * - **Sending** never fails for want of a network: the message is stored on the device, shown as pending, and sent in
 *   order, again and again, until the server has it once. Only a refusal ends it (`failed`, with `retry` and `discard`).
 * - **Connections** say what they do (`ConnectionState`), come back by themselves with growing, random delays, and resume
 *   where they were; `gone` is the only state that they do not leave. Where no socket can be opened they poll, all of them,
 *   and go back to sockets when one opens.
 * - **A channel that was left** keeps its socket for two minutes, the last five do, unless nobody is there; what was loaded
 *   of the last twenty stays in memory.
 * - **Offline**: with a cache the session, the people and the channels that were shown last are there before the network
 *   answers, and the first connection asks only for what is new.
 * - **Reading**: `markRead` is what a list says when its end is seen, and moves forward only; `markUnread` goes back and
 *   holds the cursor (`state.isMarkedUnread`) until the person sends something, says `markAllRead`, or leaves.
 */
export { ApiError, type ApiErrorCode } from './api/api-error.ts';
export { createApi, type Api, type ApiOptions, type CallOptions } from './api/api.ts';
export type { Conversation } from './api/answers.ts';
export {
  createAuth,
  type Auth,
  type AuthOptions,
  type Identity,
  type KeyValueStorage,
  type KnownWorkspace,
  type Locks,
} from './auth/auth.ts';
export type { BookmarkActions, BookmarkText } from './channel/bookmark-actions.ts';
export type { ChannelActions, ChannelPage } from './channel/channel-actions.ts';
export type { ChannelHandle, SendOptions } from './channel/channel-handle.ts';
export {
  findMessage,
  messageKey,
  newestTs,
  pendingMessages,
  pinnedMessages,
  visibleMessages,
  visibleThread,
} from './channel/channel-selectors.ts';
export type {
  ChannelState,
  MessageBlocks,
  PendingMessage,
  ThreadState,
  TypingPerson,
} from './channel/channel-state.ts';
export type { Clock } from './clock.ts';
export type { ConnectionState, GoneReason } from './connection/connection-state.ts';
export type { Drafts } from './session/drafts.ts';
export { createIndexedDbCache } from './offline/indexed-db-cache.ts';
export { createLocalQueueStorage, type ListableStorage } from './sending/local-queue-storage.ts';
export type { MessageList } from './channel/message-list.ts';
export type { OfflineCache } from './offline/offline-cache.ts';
export type { ChannelPreferencesChange, PersonalActions, SectionActions } from './session/personal-actions.ts';
export type { Presence } from './session/presence-watch.ts';
export { createMemoryQueueStorage, type QueuedMessage, type QueueStorage } from './sending/queue-storage.ts';
export { QueueFullError } from './sending/send-queue.ts';
export type { StaleList } from './connection/session-feed.ts';
export { draftKey, savedKey, threadKey, type SessionState } from './session/session-state.ts';
export {
  isBold,
  preferencesOf,
  sidebarSections,
  unreadTotals,
  type SidebarSection,
  type UnreadTotals,
} from './session/sidebar-sections.ts';
export { createStore, type ReadableStore, type Store } from './store.ts';
export type { UserDirectory } from './session/user-directory.ts';
export { createWakeSignal, type Wake, type WakeSignal } from './connection/wake.ts';
export type { CustomEmoji, WorkspaceLists } from './session/workspace-lists.ts';
export { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';
