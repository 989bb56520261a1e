import { Server, type ConnectionContext, type WSMessage } from 'partyserver';
import { BoundedMap } from '../../shared/bounded-map.ts';
import { refuse } from '../../shared/errors.ts';
import { splitRelayName } from '../../shared/ids.ts';
import { closeCodes, pingText, pongText } from '../../shared/protocol/sockets.ts';
import type { ChannelSocket } from '../channel/sockets/socket-state.ts';
import type { ChannelRpc } from '../channel/channel-rpc.ts';
import type { EncodedEvent, Viewer } from '../channel/context.ts';
import { answerTo, hearFrames, sendFrame } from '../channel/sockets/conversation.ts';
import { eventsFrame } from '../channel/log/events-frame.ts';
import { FanOut, type Audience, type Whose } from '../channel/sockets/fan-out.ts';
import type { Answer, Send } from '../channel/sockets/sends.ts';
import { channelOf } from '../channel/stub.ts';
import { passedOnEvery } from '../channel/sockets/typing.ts';
import { readArrival, type Arrival } from '../storage/arrival.ts';
import { frameRate } from '../storage/frame-rate.ts';
import { Limiter } from '../storage/limiter.ts';
import type { Joined, RelayRpc } from './relay-rpc.ts';

/** More people than type at once. */
const maxTyping = 1_000;

/**
 * Holds sockets of a channel that has more of them than one object takes. It decides nothing: the channel admits and greets
 * each socket, hears what it says, and tells the relay each frame once, which passes it on to all. A relay that has missed
 * something closes its sockets, which come back and resume.
 */
export class RelayObject extends Server<Env> implements RelayRpc {
  static override options = { hibernate: true };

  readonly #fanOut: FanOut;
  readonly #frames = new Limiter(frameRate);
  /** The newest event that the sockets have; null when there are none, or after a sleep, in which nothing came. */
  #seq: number | null = null;
  /** For each socket that the channel is being asked about, the events that came meanwhile. */
  readonly #joins = new Set<EncodedEvent[]>();
  #channel: ChannelRpc | null = null;
  /** When the channel was last told that these people are typing. Milliseconds. */
  readonly #typed = new BoundedMap<string, number>(maxTyping);

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(pingText, pongText));
    this.#fanOut = new FanOut(this.getConnections());
  }

  // What the channel tells

  async push(after: number, events: readonly EncodedEvent[]) {
    if (this.#seq !== null && after > this.#seq) this.#closeAll();
    // A greeting may overtake it and have it already; clients know what they have by its number.
    this.#seq = Math.max(this.#seq ?? 0, events.at(-1)?.seq ?? after);
    for (const meanwhile of this.#joins) meanwhile.push(...events);
    this.#fanOut.push(events);
    return { sockets: this.#fanOut.size };
  }

  async tell(audience: Audience, frame: string) {
    this.#fanOut.tell(audience, frame);
  }

  async evict(whose: Whose, code: number) {
    this.#fanOut.evict(whose, code);
  }

  async reset() {
    this.#closeAll();
  }

  // Sockets

  /** Greeted and added to the fan-out in one stretch, with what came while the channel was asked. */
  override async onConnect(socket: ChannelSocket, context: ConnectionContext) {
    const arrival = readArrival(context);
    if ('close' in arrival) return socket.close(arrival.close);
    const { user, session, role, largeChannel, threads } = arrival;
    this.#fanOut.arrive(socket, { user, session, role, largeChannel, threads, since: Date.now() });
    const meanwhile: EncodedEvent[] = [];
    this.#joins.add(meanwhile);
    const joined = await this.#join(arrival);
    this.#joins.delete(meanwhile);
    if ('close' in joined) return this.#fanOut.dismiss(socket, joined.close);
    if (!this.#fanOut.admit(socket)) return;
    this.#seq ??= joined.seq;
    for (const frame of joined.frames) socket.send(frame);
    const missed = meanwhile.filter(({ seq }) => seq > joined.seq);
    if (missed.length > 0) socket.send(eventsFrame(missed));
  }

  override async onMessage(socket: ChannelSocket, message: WSMessage) {
    const heard = hearFrames({ fanOut: this.#fanOut, limiter: this.#frames, now: Date.now() }, socket, message);
    if (!heard) return;
    const { viewer, frames } = heard;
    const sends: Send[] = [];
    for (const frame of frames) {
      if (frame.type === 'watch') this.#fanOut.watch(socket, frame.threads);
      else if (frame.type === 'typing') void this.#tellTyping(viewer, frame.thread_ts);
      else sends.push({ viewer, frame });
    }
    if (sends.length > 0) await this.#send(socket, sends);
  }

  override onClose(socket: ChannelSocket) {
    this.#fanOut.remove(socket);
    if (this.#fanOut.size === 0) this.#seq = null;
  }

  override onError(socket: ChannelSocket) {
    this.onClose(socket);
  }

  async #join(arrival: Arrival): Promise<Joined> {
    const { number } = splitRelayName(this.name);
    try {
      return await this.#theChannel.joinRelay({ number, sockets: this.#fanOut.size }, arrival);
    } catch {
      return { close: closeCodes.tryAgain };
    }
  }

  /** The messages' events come back by `push`; here comes only what they do not answer. */
  async #send(socket: ChannelSocket, sends: readonly Send[]): Promise<void> {
    const answers = await this.#theChannel.postAll(sends).catch(() => sends.map(failed));
    for (const answer of answers) if (answer && this.#fanOut.isLive(socket)) sendFrame(socket, answer);
  }

  /** The channel is called no more often than it would tell others. */
  async #tellTyping(viewer: Viewer, thread: string | undefined): Promise<void> {
    const now = Date.now();
    // The clock may have gone back.
    if (Math.abs(now - (this.#typed.get(viewer.userId) ?? 0)) < passedOnEvery) return;
    this.#typed.set(viewer.userId, now);
    await this.#theChannel.typing(viewer, thread).catch(() => undefined);
  }

  #closeAll(): void {
    this.#fanOut.evict('all', closeCodes.tryAgain);
    this.#seq = null;
    // Their sockets are closed with the others.
    this.#joins.clear();
  }

  /** One stub for all calls: calls by one stub arrive in their order. */
  get #theChannel(): ChannelRpc {
    const { workspaceId, channelId } = splitRelayName(this.name);
    return (this.#channel ??= channelOf(this.env, workspaceId, channelId));
  }
}

function failed({ frame }: Send): Answer {
  return answerTo(frame, refuse('internal_error'));
}
