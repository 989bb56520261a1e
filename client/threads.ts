import type { Message } from '../shared/message.ts';
import { nextCursor } from './answers.ts';
import type { Api } from './api.ts';
import type { ChannelState } from './channel-state.ts';
import { MessageList } from './message-list.ts';
import type { PageLoads } from './page-loads.ts';
import { reduceMessages } from './reduce-messages.ts';
import type { Store } from './store.ts';

/** The threads that are open. */
export interface Threads {
  /** Loads the whole thread; from then on events keep it as it is on the server. Throws ApiError. */
  open(rootTs: string): Promise<void>;
  close(rootTs: string): void;
  /** After a snapshot: what is held does not follow from the log any more. */
  reload(): void;
  /** Loads nothing any more. */
  stop(): void;
}

const pageSize = 200;

export function createThreads(store: Store<ChannelState>, api: Api, loads: PageLoads): Threads {
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
        const thread = since.reduce((list, event) => reduceMessages(list, event, belongs), MessageList.from(messages));
        store.update((state) => ({ ...state, threads: new Map(state.threads).set(rootTs, thread) }));
        return messages;
      },
    );
  }

  function close(rootTs: string) {
    opened.delete(rootTs);
    store.update((state) => {
      if (!state.threads.has(rootTs)) return state;
      const threads = new Map(state.threads);
      threads.delete(rootTs);
      return { ...state, threads };
    });
  }

  return {
    stop: () => opened.clear(),
    async open(rootTs) {
      opened.add(rootTs);
      if (!store.get().threads.has(rootTs)) await load(rootTs);
    },
    close,
    reload() {
      for (const rootTs of opened) {
        void loads
          .insist(
            () => load(rootTs),
            () => opened.has(rootTs),
          )
          .then((isLoaded) => isLoaded || close(rootTs));
      }
    },
  };
}
