import { z } from 'zod';
import type { ChannelEvent } from '../../shared/events.ts';
import { ChannelClientFrame, ChannelClientFrames, type SendFrame } from '../../shared/protocol/channel-socket.ts';
import { SessionClientFrame, type BootFrame } from '../../shared/protocol/session-socket.ts';
import { closeCodes, pingText, pongText, protocolVersion } from '../../shared/protocol/sockets.ts';
import type { OpenSocket } from '../connection/web-socket.ts';
import { callFakeApi } from './fake-api.ts';
import { asHeard } from './fake-audience.ts';
import { FakeChannel, FakeRefusal } from './fake-channel.ts';
import { bootFrame, inSidebar } from './fake-session.ts';
import { FakeSocket } from './fake-socket.ts';

/** A request that waits for the test to answer it. */
export interface HeldRequest {
  readonly path: string;
  answer(): void;
  fail(): void;
}

const pageSize = 10;

const Poll = z.object({
  frames: z.array(z.unknown()),
  have: z.string().optional(),
  resume: z.object({ epoch: z.string(), seq: z.number() }).optional(),
});

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
  /** Something on the way lets no socket through. */
  blocksSockets = false;
  /** The person's session was ended by somebody else. */
  isSignedOut = false;
  workspaceId = 'T1';
  /** What the next send is refused with, once. */
  refuseNext: { error: string; retry_after?: number } | null = null;
  groups: object[] = [];
  emoji: Record<string, string> = {};
  /** What the session has besides channels. */
  personal: Partial<BootFrame> = {};
  /** What devices said to the session, over any connection. */
  readonly said: SessionClientFrame[] = [];
  /** What devices said to channels besides messages. */
  readonly saidInChannels: ChannelClientFrame[] = [];
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
    const subscription = (seq: number, event: ChannelEvent) =>
      socket.push({ type: 'events', seq, events: [asHeard(event, socket.watched)] });
    const socket = new FakeSocket({
      url,
      handlers,
      onText: (text) => this.#receive(socket, channel, text),
      onGone: () => channel?.listeners.delete(subscription),
      isPrompt: () => this.isPrompt,
    });
    this.sockets.push(socket);
    if (this.isDown || this.blocksSockets) socket.closeWith(1006);
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
      if (area === 'sockets') return { ok: true, ...this.#poll(path, args) };
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

  #boot(): BootFrame {
    const channels = [...this.channels.values()].filter((channel) => channel.members.has(this.user));
    return bootFrame({
      workspace: this.#workspace(),
      self: { id: this.user, role: 'member' },
      channels: channels.map((channel) => inSidebar(channel, this.user)),
      ...this.personal,
    });
  }

  #greet(socket: FakeSocket, channel: FakeChannel): void {
    const { searchParams } = socket.url;
    for (const frame of this.#greeting(channel, searchParams.get('epoch') ?? '', Number(searchParams.get('seq'))))
      socket.push(frame);
  }

  #greeting(channel: FakeChannel, epoch: string, seq: number): object[] {
    const missed = channel.eventsAfter(epoch, seq);
    const hello = { type: 'hello', protocol: protocolVersion, epoch: channel.epoch, seq: channel.seq };
    if (missed === null) return [{ ...hello, resumed: false, snapshot: channel.snapshot(this.user, pageSize) }];
    const events = { type: 'events', seq: seq + 1, events: missed };
    return [{ ...hello, resumed: true }, ...(missed.length > 0 ? [events] : [])];
  }

  #poll(path: string, given: Record<string, unknown>): object {
    const { frames, have, resume } = Poll.parse(given);
    const id = /^\/sockets\/channels\/(\w+)\/poll$/.exec(path)?.[1];
    if (id === undefined) {
      this.said.push(...frames.map((frame) => SessionClientFrame.parse(frame)));
      const boot = this.#boot();
      const version = JSON.stringify(boot);
      return { frames: have === version ? [] : [boot], have: version };
    }
    const channel = this.channels.get(id);
    if (channel === undefined) throw new FakeRefusal('channel_not_found');
    const answers = this.#takeAll(
      channel,
      frames.map((frame) => ChannelClientFrame.parse(frame)),
    );
    const greeting = this.#greeting(channel, resume?.epoch ?? '', resume?.seq ?? 0);
    return { frames: [...greeting, ...answers] };
  }

  /** What was said at once. Whoever is too fast is so for the rest of it. */
  #takeAll(channel: FakeChannel, frames: readonly ChannelClientFrame[]): object[] {
    const isLimited = this.refuseNext?.error === 'ratelimited';
    const refusal = this.refuseNext;
    const sends = frames.filter((frame) => frame.type === 'send');
    this.saidInChannels.push(...frames.filter((frame) => frame.type !== 'send'));
    if (sends.length > 0) this.refuseNext = null;
    return sends.flatMap((frame, i) => {
      if (refusal !== null && (i === 0 || isLimited))
        return { type: 'refused', client_msg_id: frame.client_msg_id, ...refusal };
      return this.#post(channel, frame) ?? [];
    });
  }

  #receive(socket: FakeSocket, channel: FakeChannel | undefined, text: string): void {
    if (text === pingText) return socket.push(pongText);
    if (channel === undefined) return void this.said.push(SessionClientFrame.parse(JSON.parse(text)));
    const frames = ChannelClientFrames.parse([JSON.parse(text)].flat());
    for (const frame of frames) if (frame.type === 'watch') socket.watched = new Set(frame.threads);
    for (const answer of this.#takeAll(channel, frames)) socket.push(answer);
  }

  /** The answer beside the message's event, if there is one. */
  #post(channel: FakeChannel, { client_msg_id, text, thread_ts, reply_broadcast }: SendFrame): object | null {
    try {
      const draft = {
        user: this.user,
        text,
        clientMsgId: client_msg_id,
        threadTs: thread_ts,
        isBroadcast: reply_broadcast ?? false,
      };
      const { ts, isRepeat } = channel.post(draft);
      return isRepeat ? { type: 'ack', client_msg_id, ts } : null;
    } catch (error) {
      if (!(error instanceof FakeRefusal)) throw error;
      return { type: 'refused', client_msg_id, error: error.code };
    }
  }
}
