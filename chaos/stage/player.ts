import {
  createAuth,
  createMemoryQueueStorage,
  createWakeSignal,
  openWorkspace,
  type Auth,
  type ChannelHandle,
  type Workspace,
} from '../../client/index.ts';
import { openWebSocket, type OpenSocket } from '../../client/connection/web-socket.ts';
import type { Ledger } from '../record/ledger.ts';
import type { Witness } from '../record/witness.ts';
import { withCookies } from './cookies.ts';

export interface Watchers {
  ledger: Ledger;
  witness: Witness;
}

/** Channels that one device shows at once. */
const shownAtMost = 3;

/** One person with one device, who uses the product's client library over a network that may be bad. */
export class Player {
  readonly name: string;
  readonly auth: Auth;
  readonly queue = createMemoryQueueStorage();
  readonly handles = new Map<string, ChannelHandle>();
  /** What was asked for and not answered yet. */
  readonly underWay = new Set<Promise<unknown>>();
  readonly #url: string;
  readonly #wake = createWakeSignal();
  readonly #watchers: Watchers;
  readonly #canOpenSockets: boolean;
  readonly #fetch: typeof fetch;
  #workspace: Workspace | null = null;

  constructor(name: string, url: string, watchers: Watchers, canOpenSockets: boolean) {
    this.name = name;
    this.#url = url;
    this.#watchers = watchers;
    this.#canOpenSockets = canOpenSockets;
    this.#fetch = this.#heard(withCookies(fetch));
    const values = new Map<string, string>();
    this.auth = createAuth({
      baseUrl: url,
      fetch: this.#fetch,
      storage: {
        getItem: (key) => values.get(key) ?? null,
        setItem: (key, value) => void values.set(key, value),
        removeItem: (key) => void values.delete(key),
      },
    });
  }

  get id(): string {
    return this.auth.current()?.user.id ?? '';
  }

  get workspace(): Workspace {
    this.#workspace ??= this.#open();
    return this.#workspace;
  }

  /** A second look at the workspace, by a client that knows nothing yet; `url` may lead past the bad network. */
  openFresh(url: string): Workspace {
    return openWorkspace({ baseUrl: url, auth: this.auth, storage: createMemoryQueueStorage() });
  }

  /** The channel, shown; of too many the one that was shown first is left. */
  handle(channel: string): ChannelHandle {
    const shown = this.handles.get(channel);
    if (shown) return shown;
    const [first] = this.handles.keys();
    if (first !== undefined && this.handles.size >= shownAtMost) this.leaveChannel(first);
    const handle = this.workspace.openChannel(channel);
    this.handles.set(channel, handle);
    return handle;
  }

  leaveChannel(channel: string): void {
    this.handles.get(channel)?.close();
    this.handles.delete(channel);
  }

  /** As a page that is loaded again: only what is not sent yet is left, and the same channels are opened. */
  reload(): void {
    const shown = [...this.handles.keys()];
    this.close();
    for (const channel of shown) this.handle(channel);
  }

  /** The network is good again: whoever waits to try again does so now. */
  wakeUp(): void {
    this.#wake.notify();
  }

  /** A call that the client library does not make, with the person's token. */
  async call(method: string, body: object): Promise<Record<string, unknown>> {
    const token = await this.auth.accessToken();
    const answer = await this.#fetch(`${this.#url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
    });
    const read: Record<string, unknown> = await answer.json();
    return read;
  }

  close(): void {
    this.#workspace?.close();
    this.#workspace = null;
    this.handles.clear();
  }

  #open(): Workspace {
    return openWorkspace({
      baseUrl: this.#url,
      auth: this.auth,
      storage: this.queue,
      fetch: this.#fetch,
      openSocket: this.#canOpenSockets ? this.#openSocket : noSocket,
      wake: this.#wake,
    });
  }

  readonly #openSocket: OpenSocket = (url, handlers) =>
    openWebSocket(url, {
      onClose: handlers.onClose,
      onText: (text) => {
        this.#watchers.witness.hear(this.id, text);
        const channel = /\/sockets\/channels\/(\w+)/.exec(url)?.[1];
        if (channel !== undefined) this.#watchers.witness.frame(channel, text);
        handlers.onText(text);
      },
    });

  #heard(fetchImpl: typeof fetch): typeof fetch {
    return async (input, init) => {
      const answer = await fetchImpl(input, init);
      const text = await answer.text();
      this.#watchers.witness.hear(this.id, text);
      const channel = /\/sockets\/channels\/(\w+)\/poll/.exec(String(input))?.[1];
      if (channel !== undefined) this.#watchers.witness.polled(channel, text);
      return new Response(text, { status: answer.status, headers: answer.headers });
    };
  }
}

/** Of somebody behind a proxy that lets no sockets through: the client polls. */
const noSocket: OpenSocket = (_url, { onClose }) => {
  const timer = setTimeout(() => onClose(1006));
  return { send() {}, close: () => clearTimeout(timer) };
};
