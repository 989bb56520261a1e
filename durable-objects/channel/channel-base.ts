import { Server, type ConnectionContext, type WSMessage } from 'partyserver';
import { splitObjectName } from '../../shared/ids.ts';
import { refuse, type ErrorCode, type Outcome } from '../../shared/errors.ts';
import type { ChannelServerFrame } from '../../shared/protocol/channel-socket.ts';
import { closeCodes, pingText, pongText, relayHeader } from '../../shared/protocol/sockets.ts';
import { accessShard } from '../../migrations/shards.ts';
import { relayOf } from '../relay/stub.ts';
import { sessionOf } from '../session/stub.ts';
import { readArrival } from '../storage/arrival.ts';
import { inTime } from '../storage/in-time.ts';
import { frameRate } from '../storage/frame-rate.ts';
import { Limiter } from '../storage/limiter.ts';
import { isSetUp, migrate } from '../storage/migrate.ts';
import { takeTicket } from '../storage/tickets.ts';
import { accessChannel, getMember } from './access.ts';
import { AlarmClock } from '../storage/alarm-clock.ts';
import { viewerOfSocket, type ChannelSocket } from './sockets/socket-state.ts';
import { openChannel, reloadChannel, type Channel, type Viewer } from './context.ts';
import { hearFrames } from './sockets/conversation.ts';
import { doCreate, type ChannelSpec } from './create.ts';
import { depart, type Depart, type MayDepart } from './members/departures.ts';
import { FanOut, type Audience, type Whose } from './sockets/fan-out.ts';
import { greeting } from './sockets/greet.ts';
import { channelMigrations } from './migrations.ts';
import { postingRate } from './messages/posting-rate.ts';
import { doWithdrawPreview } from './attached/previews.ts';
import { allQuotesGone, doForgetQuoting, withdrawQuotes, type QuotedPlace, type QuoteRow } from './attached/quotes.ts';
import { channelOf } from './stub.ts';
import { PrivateWords } from './sockets/private-words.ts';
import { Relays } from './sockets/relays.ts';
import { finishRename } from './settings/renaming.ts';
import { Sends, type Incoming } from './sockets/sends.ts';
import { Turns } from './sockets/turns.ts';
import { Typing } from './sockets/typing.ts';
import { Upkeep } from './upkeep.ts';

/** How long after a rename was begun, or upkeep has failed, the alarm looks at what is left of it. Milliseconds. */
export const lookAgainAfter = 30_000;
/** How long after a relay could not be reached its sockets are to be closed. Milliseconds. */
const relayRetry = 1_000;

/**
 * What carries a channel: its storage, its sockets, its alarm, and the synchronous stretch (`change`) in which everything
 * is done, after which the events that it appended leave for the sockets. What follows later is `Upkeep`'s. What can be
 * asked of a channel is in `channel.ts`.
 */
export abstract class ChannelBase extends Server<Env> {
  static override options = { hibernate: true };

  protected readonly alarmClock: AlarmClock;
  readonly #posting: Limiter;
  readonly #frames = new Limiter(frameRate);
  protected readonly sends: Sends;
  protected readonly typists = new Typing();
  protected readonly privateWords = new PrivateWords();
  protected readonly fanOut: FanOut;
  /** Each rename asks the directory in the middle. */
  protected readonly renames = new Turns();
  protected channel: Channel | null = null;
  protected upkeep: Upkeep | null = null;
  protected relays: Relays | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(pingText, pongText));
    this.alarmClock = new AlarmClock(ctx.storage);
    this.#posting = new Limiter(postingRate(env));
    this.sends = new Sends({ change: this.change, takePost: this.takePost, written: () => ctx.storage.sync() });
    this.fanOut = new FanOut(this.getConnections());
    // A made-up id must not create a database, so nothing is written until the channel is created.
    if (isSetUp(ctx.storage)) {
      migrate(ctx.storage, channelMigrations);
      this.#open();
    }
  }

  override async onAlarm() {
    this.alarmClock.rang();
    if (!this.channel || !this.upkeep) return;
    try {
      const channel = this.channel;
      await this.renames.take(() => finishRename(this.change, this.openShard, channel));
      await this.upkeep.run();
      const isWithdrawn = await this.withdrawQuotes(allQuotesGone(channel.sql));
      if (!isWithdrawn) this.alarmClock.ringBy(Date.now() + lookAgainAfter);
      await this.relays?.resetStale();
    } catch (error) {
      // Not thrown: the runtime would try a few times more and then forget the alarm for good.
      console.error({ message: 'upkeep failed', channel: this.name, error: String(error) });
      this.alarmClock.ringBy(Date.now() + lookAgainAfter);
    }
  }

  // Sockets

  /** A socket that is one too many goes to a relay: the Worker takes it there. */
  override async fetch(request: Request): Promise<Response> {
    const limit = Number(this.env.SOCKETS_PER_OBJECT);
    if (!this.relays || this.fanOut.size < limit) return super.fetch(request);
    return new Response(null, { headers: { [relayHeader]: String(this.relays.place(limit)) } });
  }

  /**
   * Accepted first and admitted after: a sign-out that comes while the session is being asked finds the socket here and
   * closes it. Greeted and added to the fan-out in one stretch, so that no event is missed or sent twice.
   */
  override async onConnect(socket: ChannelSocket, context: ConnectionContext) {
    const arrival = readArrival(context);
    if ('close' in arrival) return socket.close(arrival.close);
    const viewer = viewerOfSocket(arrival);
    const access = accessChannel(this.channel, viewer);
    if (!access.ok) return socket.close(closeCodes.noAccess);
    if (!takeTicket(this.ctx.storage.sql, arrival.ticket, arrival.ticketExpires, Date.now())) {
      return socket.close(closeCodes.badTicket);
    }
    const { user, session, role, largeChannel, threads, resume } = arrival;
    this.fanOut.arrive(socket, { user, session, role, largeChannel, threads, since: Date.now() });
    const still = await this.admit(viewer, session).catch(() => null);
    if (!still) return this.fanOut.dismiss(socket, closeCodes.tryAgain);
    if (!still.ok) return this.fanOut.dismiss(socket, closeCodeFor(still.error));
    if (!this.fanOut.admit(socket)) return;
    for (const frame of greeting(still.channel, still.member, resume)) socket.send(frame);
  }

  override async onMessage(socket: ChannelSocket, message: WSMessage) {
    const heard = hearFrames({ fanOut: this.fanOut, limiter: this.#frames, now: Date.now() }, socket, message);
    if (!heard) return;
    const { viewer, frames } = heard;
    const sends: Incoming[] = [];
    for (const frame of frames) {
      if (frame.type === 'watch') this.fanOut.watch(socket, frame.threads);
      else if (frame.type === 'typing') this.tellTyping(viewer, frame.thread_ts);
      else sends.push({ socket, viewer, frame });
    }
    if (sends.length > 0) await this.sends.add(sends);
  }

  override onClose(socket: ChannelSocket) {
    this.fanOut.remove(socket);
  }

  override onError(socket: ChannelSocket) {
    this.fanOut.remove(socket);
  }

  // How everything above is done

  /**
   * One synchronous stretch: all of it is written or nothing, and what it appended leaves only when the disk has it (the
   * runtime holds every reply and push until then).
   */
  protected readonly change = <T>(work: (channel: Channel | null) => T): T => {
    let answer: T;
    try {
      answer = this.ctx.storage.transactionSync(() => work(this.channel));
    } catch (error) {
      if (this.channel) reloadChannel(this.channel);
      throw error;
    }
    const events = this.channel?.outbound.splice(0) ?? [];
    if (events.length > 0) {
      this.fanOut.push(events);
      this.relays?.push(events);
      this.upkeep?.afterEvents();
    }
    return answer;
  };

  /** Lets a device look at the channel: one that is signed in, of somebody who may. Their session remembers that it does. */
  protected async admit(viewer: Viewer, session: string): Promise<ReturnType<typeof accessChannel>> {
    const access = accessChannel(this.channel, viewer);
    if (!access.ok) return access;
    const { row } = access.channel;
    const isSignedIn = await sessionOf(this.env, row.workspace, viewer.userId).admit({ session, channel: row.id });
    // Asked again: meanwhile they may have been removed.
    return isSignedIn ? accessChannel(this.channel, viewer) : refuse('token_revoked');
  }

  protected tell(audience: Audience, frame: ChannelServerFrame): void {
    const text = JSON.stringify(frame);
    this.fanOut.tell(audience, text);
    this.relays?.tell(audience, text);
  }

  /** Resolves when these sockets are closed, wherever they are. */
  protected async evict(whose: Whose, code: number): Promise<void> {
    this.fanOut.evict(whose, code);
    await this.relays?.evict(whose, code);
  }

  /** Somebody is typing, in a thread or not: whoever looks on is told, unless they were just now. */
  protected tellTyping(viewer: Viewer, thread: string | undefined): void {
    const told = this.typists.tell(this.channel, viewer, thread, Date.now());
    if (told) this.tell(told.audience, told.frame);
  }

  protected readonly takePost = (userId: string, now = Date.now()): number => this.#posting.take(userId, now);

  protected readonly openShard = (workspaceId: string) => accessShard(this.env, workspaceId);

  /** The answer, once the sidebars of these people and the directory agree with it. */
  protected async andTold<T>(userIds: readonly string[], answer: T): Promise<T> {
    await this.upkeep?.told(userIds);
    return answer;
  }

  protected withdrawPreview(viewer: Viewer | null, ts: string, url: string) {
    return this.change((channel) => doWithdrawPreview(channel, viewer, ts, url));
  }

  /** False when some could not be reached. */
  protected async withdrawQuotes(quotes: readonly QuoteRow[]): Promise<boolean> {
    const { row, sql } = this.channel ?? {};
    if (!row || !sql) return true;
    return withdrawQuotes(sql, quotes, async (channelId, ts, url) =>
      channelId === row.id
        ? this.withdrawPreview(null, ts, url)
        : channelOf(this.env, row.workspace, channelId).removeUnfurl(null, ts, url),
    );
  }

  /** Tells the channel of what a deleted message quoted; here it is told to nobody. */
  protected async forgetQuoting({ channel, ts }: QuotedPlace, quoting: string): Promise<void> {
    const { row, sql } = this.channel ?? {};
    if (!row || !sql) return;
    const by = { channel: row.id, ts: quoting };
    if (channel === row.id) doForgetQuoting(sql, ts, by);
    else await inTime(channelOf(this.env, row.workspace, channel).quoterGone(ts, by));
  }

  protected async changeAndTell<T>(userIds: readonly string[], work: (channel: Channel | null) => T): Promise<T> {
    return this.andTold(userIds, this.change(work));
  }

  /** What somebody has read, or follows: no event says so, only their session is told. */
  protected async changeReadingAndTell<T>(userId: string, work: (channel: Channel | null) => Outcome<T>) {
    const answer = this.change(work);
    if (answer.ok) this.upkeep?.afterMark(userId);
    return this.andTold([userId], answer);
  }

  protected async departAndTell<T>(userId: string, check: MayDepart, leave: Depart<T>) {
    const answer = await depart(this.change, this.openShard, userId, check, leave);
    // Should they be in the channel still, the directory is to say so again.
    this.upkeep?.copyMembers([userId]);
    const { sql, row } = this.channel ?? {};
    if (row && sql && row.kind !== 'public' && !getMember(sql, userId)) {
      await this.evict({ user: userId }, closeCodes.noAccess);
    }
    return this.andTold([userId], answer);
  }

  protected createChannel(spec: ChannelSpec): Channel {
    migrate(this.ctx.storage, channelMigrations);
    const { workspaceId } = splitObjectName(this.name);
    this.ctx.storage.transactionSync(() => doCreate(this.ctx.storage.sql, Date.now, workspaceId, spec));
    this.alarmClock.ringBy(Date.now());
    const channel = this.#open();
    if (!channel) throw new Error('the channel was just created');
    return channel;
  }

  #open(): Channel | null {
    this.channel = openChannel(this.ctx.storage.sql, () => Date.now());
    this.upkeep = this.channel && new Upkeep(this.env, this.channel, this.alarmClock, this.change);
    this.relays = this.channel && this.#openRelays(this.channel);
    return this.channel;
  }

  #openRelays({ sql, row }: Channel): Relays {
    return new Relays({
      sql,
      reach: (number) => relayOf(this.env, row.workspace, row.id, number),
      retryLater: () => this.alarmClock.ringBy(Date.now() + relayRetry),
    });
  }
}

export function closeCodeFor(refusal: ErrorCode): number {
  return refusal === 'token_revoked' ? closeCodes.signedOut : closeCodes.noAccess;
}
