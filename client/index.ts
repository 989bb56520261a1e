/**
 * The client library of Edgeways: everything between a user interface and the server, without a framework. The web
 * client, tests and benchmarks use it. It needs `fetch`, `WebSocket` and `crypto`; storage, locks, the clock and the
 * signal that the network is back are handed in.
 *
 * ```ts
 * const auth = createAuth({ baseUrl, storage: localStorage, locks: navigator.locks });
 * await auth.requestCode('ada@example.com');
 * const { proof, workspaces } = await auth.verify('ada@example.com', '123456');
 * await auth.signIn(proof, workspaces[0].id); // after a reload: auth.refresh(auth.knownWorkspaces()[0].id)
 *
 * const wake = createWakeSignal(navigator.onLine);
 * addEventListener('online', () => wake.setOnline(true));
 * addEventListener('offline', () => wake.setOnline(false));
 * addEventListener('visibilitychange', () => wake.notify());
 *
 * const storage = createLocalQueueStorage(localStorage, workspaceId);
 * const workspace = openWorkspace({ baseUrl, auth, storage, wake });
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
 *   where they were; `gone` is the only state that they do not leave.
 */
export { ApiError, type ApiErrorCode } from './api-error.ts';
export { createApi, type Api, type ApiOptions, type CallOptions } from './api.ts';
export type { Conversation } from './answers.ts';
export {
  createAuth,
  type Auth,
  type AuthOptions,
  type KeyValueStorage,
  type KnownWorkspace,
  type Locks,
} from './auth.ts';
export type { ChannelActions, ChannelPage } from './channel-actions.ts';
export type { ChannelHandle, SendOptions } from './channel-handle.ts';
export {
  findMessage,
  messageKey,
  pendingMessages,
  pinnedMessages,
  visibleMessages,
  visibleThread,
} from './channel-selectors.ts';
export type { ChannelState, MessageBlocks, PendingMessage } from './channel-state.ts';
export type { Clock } from './clock.ts';
export type { ConnectionState, GoneReason } from './connection-state.ts';
export { createLocalQueueStorage } from './local-queue-storage.ts';
export type { MessageList } from './message-list.ts';
export { createMemoryQueueStorage, type QueuedMessage, type QueueStorage } from './queue-storage.ts';
export { QueueFullError } from './send-queue.ts';
export { sidebarChannels, type SessionState } from './session-state.ts';
export { createStore, type ReadableStore, type Store } from './store.ts';
export type { UserDirectory } from './user-directory.ts';
export { createWakeSignal, type Wake, type WakeSignal } from './wake.ts';
export { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';
