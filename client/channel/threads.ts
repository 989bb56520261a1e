import { maxWatchedThreads, type WireEvent } from '../../shared/protocol/channel-socket.ts';
import { isPosted } from '../../shared/events.ts';
import type { Message } from '../../shared/message.ts';
import { nextCursor } from '../api/answers.ts';
import type { Api } from '../api/api.ts';
import type { ChannelState } from './channel-state.ts';
import { MessageList } from './message-list.ts';
import type { PageLoads } from './page-loads.ts';
import { stillPending } from './reduce.ts';
import { reduceMessages } from './reduce-messages.ts';
import type { Store } from '../store.ts';
import { readThreadState, type ThreadReading } from './thread-reading.ts';

/**
 * The threads that are open. The channel's connection asks for their replies (`watch`); until the server has heard that, an
 * event about a reply comes as the root's summary only, and the thread is loaded once more. So none is missed, whichever of
 * the two is faster.
 */
export interface Threads {
  /** Loads the whole thread; from then on events keep it as it is on the server. Throws ApiError. */
  open(rootTs: string): Promise<void>;
  close(rootTs: string): void;
  /** What the connection should ask for: the roots of those that are open, the latest of them if there are too many. */
  watched(): readonly string[];
  /** To be told of every event that was applied. */
  hear(events: readonly WireEvent[]): void;
  /** After a snapshot: what is held does not follow from the log any more. */
  reload(): void;
  /** Loads nothing any more. */
  stop(): void;
}

export interface ThreadsOptions {
  store: Store<ChannelState>;
  api: Api;
  loads: PageLoads;
  reading: ThreadReading;
  /** `watched` has changed. */
  onWatch(): void;
}

const pageSize = 200;

export function createThreads({ store, api, loads, reading, onWatch }: ThreadsOptions): Threads {
  const { id: channel } = store.get();
  const opened = new Set<string>();

  async function fetchThread(ts: string): Promise<Message[]> {
    const messages: Message[] = [];
    let cursor: string | null = null;
    do {
      const answer = await api.conversations.replies({ channel, ts, limit: pageSize, ...(cursor && { cursor }) });
      messages.push(...answer.messages);
      cursor = nextCursor(answer);
    } while (cursor !== null);
    return messages;
  }

  function load(rootTs: string): Promise<void> {
    return loads.load(
      () => fetchThread(rootTs),
      (messages, since) => {
        if (!opened.has(rootTs)) return [];
        const belongs = (message: Message) => message.ts === rootTs || message.thread_ts === rootTs;
        const fetched = MessageList.from(messages.map(withoutReader));
        const thread = since.reduce((list, event) => reduceMessages(list, event, belongs), fetched);
        store.update((state) => ({
          ...state,
          threads: new Map(state.threads).set(rootTs, thread),
          pending: stillPending(state, messages),
        }));
        takeState(messages[0], rootTs);
        return messages;
      },
      // Of a reply that came while it was loaded only the summary is here.
      (since) => since.some((event) => event.type === 'thread_changed' && event.thread_ts === rootTs),
    );
  }

  function close(rootTs: string) {
    if (opened.delete(rootTs)) onWatch();
    store.update((state) => {
      if (!state.threads.has(rootTs)) return state;
      const threads = new Map(state.threads);
      threads.delete(rootTs);
      return { ...state, threads };
    });
  }

  /** Loads a thread that is shown already, again and again until it is here, or gone. */
  function loadAgain(rootTs: string) {
    void loads
      .insist(
        () => load(rootTs),
        () => opened.has(rootTs),
      )
      .then((isLoaded) => isLoaded || close(rootTs));
  }

  /** Whoever answers in a thread follows it, unless they once said that they do not want to; the server knows. */
  function askWhetherFollowing({ user, thread_ts: rootTs = '' }: Message) {
    const { self, threadStates } = store.get();
    if (user !== self || !opened.has(rootTs) || threadStates.get(rootTs)?.isFollowing !== false) return;
    api.conversations.replies({ channel, ts: rootTs, limit: 1 }).then(
      ({ messages: [root] }) => takeState(root, rootTs),
      // It is only what a button says, and the next opening of the thread tells it again.
      () => undefined,
    );
  }

  function takeState(root: Message | undefined, rootTs: string) {
    const said = root?.ts === rootTs ? readThreadState(root, rootTs) : null;
    if (said) reading.take(rootTs, said);
  }

  return {
    async open(rootTs) {
      opened.delete(rootTs);
      opened.add(rootTs);
      onWatch();
      if (!store.get().threads.has(rootTs)) await load(rootTs);
    },
    close,
    watched: () => [...opened].slice(-maxWatchedThreads),
    hear(events) {
      const changed = new Set<string>();
      for (const event of events) if (event.type === 'thread_changed') changed.add(event.thread_ts);
      // One that is being loaded for the first time sees to it itself.
      for (const rootTs of changed) if (opened.has(rootTs) && store.get().threads.has(rootTs)) loadAgain(rootTs);
      for (const event of events) if (isPosted(event)) askWhetherFollowing(event);
    },
    reload() {
      for (const rootTs of opened) loadAgain(rootTs);
    },
    stop: () => opened.clear(),
  };
}

/** How the person stands to the thread is kept apart: the message is the same for everybody. */
function withoutReader(message: Message): Message {
  if (message['subscribed'] === undefined) return message;
  const { subscribed: _subscribed, last_read: _lastRead, unread_count: _unreadCount, ...rest } = message;
  return rest;
}
