import type { SidebarChannel } from '../../shared/channel.ts';
import { ChannelClientFrame } from '../../shared/protocol/channel-socket.ts';
import { closeCodes, pingText, pongText, protocolVersion } from '../../shared/protocol/sockets.ts';
import { zeroTs } from '../../shared/timestamps.ts';
import type { OpenSocket } from '../web-socket.ts';
import { callFakeApi } from './fake-api.ts';
import { FakeChannel, FakeRefusal } from './fake-channel.ts';
import { FakeSocket } from './fake-socket.ts';

/** A request that waits for the test to answer it. */
export interface HeldRequest {
  readonly path: string;
  answer(): void;
  fail(): void;
}

const pageSize = 10;

/**
 * The server's part of the protocol, in memory, for one person. Sockets and requests go on only when the test says so,
 * or at once while `isPrompt`.
 */
export class FakeServer {
  readonly user: string;
  readonly channels = new Map<string, FakeChannel>();
  readonly sockets: FakeSocket[] = [];
  readonly calls: { method: string; args: Record<string, unknown> }[] = [];
  readonly held: HeldRequest[] = [];
  /** Answers requests and delivers frames without being asked to. */
  isPrompt = true;
  /** A request that is held was dealt with when it arrived, and only its answer is late; else it is late itself. */
  answersEarly = true;
  /** No request arrives and no socket opens. */
  isDown = false;
  /** The person's session was ended by somebody else. */
  isSignedOut = false;
  workspaceId = 'T1';
  /** What the next send is refused with, once. */
  refuseNext: { error: string; retry_after?: number } | null = null;
  readonly #tickets = new Set<string>();
  #ticketCount = 0;

  constructor(user: string) {
    this.user = user;
  }

  addChannel(id: string, name: string, members: readonly string[]): FakeChannel {
    const channel = new FakeChannel(id, name, members);
    this.channels.set(id, channel);
    return channel;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    if (this.isDown) throw new TypeError('fetch failed');
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const args: Record<string, unknown> = JSON.parse(typeof init?.body === 'string' ? init.body : '{}');
    const early = this.isPrompt || this.answersEarly ? this.#answer(pathname, args) : null;
    if (!this.isPrompt) await this.#hold(pathname);
    const body = early ?? this.#answer(pathname, args);
    return Response.json(body, body.ok || body.error !== 'ratelimited' ? {} : { status: 429 });
  };

  readonly openSocket: OpenSocket = (url, handlers) => {
    const { pathname, searchParams } = new URL(url);
    const channel = this.channels.get(pathname.split('/').at(-1) ?? '');
    const subscription = (seq: number, event: object) => socket.push({ type: 'events', seq, events: [event] });
    const socket = new FakeSocket({
      url,
      handlers,
      onText: (text) => this.#receive(socket, channel, text),
      onGone: () => channel?.listeners.delete(subscription),
      isPrompt: () => this.isPrompt,
    });
    this.sockets.push(socket);
    if (this.isDown) socket.closeWith(1006);
    else if (!this.#tickets.delete(searchParams.get('ticket') ?? '')) socket.closeWith(closeCodes.badTicket);
    else if (channel !== undefined) {
      this.#greet(socket, channel);
      channel.listeners.add(subscription);
    } else socket.push(this.#boot());
    return socket;
  };

  get openSockets(): FakeSocket[] {
    return this.sockets.filter((socket) => socket.isOpen);
  }

  /** Lets everything that is on its way arrive. */
  deliverAll(): void {
    for (const request of this.held.splice(0)) request.answer();
    for (const socket of this.openSockets) {
      socket.deliverToServer();
      socket.deliverToClient();
    }
  }

  #hold(path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.held.push({ path, answer: resolve, fail: () => reject(new TypeError('fetch failed')) });
    });
  }

  #answer(path: string, args: Record<string, unknown>): { ok: boolean; [field: string]: unknown } {
    const [, area, method = ''] = path.split('/');
    this.calls.push({ method, args });
    if (this.isSignedOut) return { ok: false, error: 'token_revoked' };
    try {
      if (area === 'api') return { ok: true, ...callFakeApi(this, method, args) };
      if (method === 'ticket') return { ok: true, ticket: this.#newTicket() };
      if (method === 'refresh' || method === 'demo') return { ok: true, ...this.#signedIn() };
      return { ok: false, error: 'unknown_method' };
    } catch (error) {
      if (error instanceof FakeRefusal) return { ok: false, error: error.code };
      throw error;
    }
  }

  #workspace() {
    return { id: this.workspaceId, name: 'Harbour', domain: 'harbour' };
  }

  #signedIn() {
    return {
      access_token: 'token',
      expires_in: 600,
      workspace: this.#workspace(),
      user: { id: this.user, role: 'member' },
    };
  }

  #newTicket(): string {
    this.#ticketCount += 1;
    const ticket = `ticket-${this.#ticketCount}`;
    this.#tickets.add(ticket);
    return ticket;
  }

  #boot() {
    const channels: SidebarChannel[] = [...this.channels.values()]
      .filter((channel) => channel.members.has(this.user))
      .map(({ info, lastRead }) => ({
        id: info.id,
        name: info.name,
        kind: info.kind,
        is_general: info.isGeneral,
        is_archived: info.isArchived,
        topic: info.topic.value,
        last_read: lastRead.get(this.user) ?? zeroTs,
        has_unread: false,
        mention_count: 0,
      }));
    const workspace = this.#workspace();
    return { type: 'boot', protocol: protocolVersion, workspace, self: { id: this.user, role: 'member' }, channels };
  }

  #greet(socket: FakeSocket, channel: FakeChannel): void {
    const { searchParams } = socket.url;
    const seq = Number(searchParams.get('seq'));
    const missed = channel.eventsAfter(searchParams.get('epoch') ?? '', seq);
    const hello = { type: 'hello', protocol: protocolVersion, epoch: channel.epoch, seq: channel.seq };
    if (missed === null) {
      socket.push({ ...hello, resumed: false, snapshot: channel.snapshot(this.user, pageSize) });
      return;
    }
    socket.push({ ...hello, resumed: true });
    if (missed.length > 0) socket.push({ type: 'events', seq: seq + 1, events: missed });
  }

  #receive(socket: FakeSocket, channel: FakeChannel | undefined, text: string): void {
    if (text === pingText) return socket.push(pongText);
    if (channel === undefined) return socket.closeWith(closeCodes.malformed);
    const { client_msg_id, text: words, thread_ts } = ChannelClientFrame.parse(JSON.parse(text));
    const refusal = this.refuseNext;
    this.refuseNext = null;
    if (refusal !== null) return socket.push({ type: 'refused', client_msg_id, ...refusal });
    try {
      const draft = { user: this.user, text: words, clientMsgId: client_msg_id, threadTs: thread_ts };
      const { ts, isRepeat } = channel.post(draft);
      if (isRepeat) socket.push({ type: 'ack', client_msg_id, ts });
    } catch (error) {
      if (!(error instanceof FakeRefusal)) throw error;
      socket.push({ type: 'refused', client_msg_id, error: error.code });
    }
  }
}
