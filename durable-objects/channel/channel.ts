import { Server, type ConnectionContext, type WSMessage } from 'partyserver';
import { splitObjectName } from '../../shared/ids.ts';
import { closeCodes, pingText, pongText } from '../../shared/protocol/sockets.ts';
import { microsToTs, tsToMicros } from '../../shared/timestamps.ts';
import { accessShard } from '../../migrations/shards.ts';
import { sessionOf } from '../session/stub.ts';
import { readArrival } from '../storage/arrival.ts';
import { isSetUp, migrate } from '../storage/migrate.ts';
import { takeTicket } from '../storage/tickets.ts';
import { accessChannel, getMember } from './access.ts';
import { AlarmClock } from './alarm-clock.ts';
import type { ChannelRpc } from './channel-rpc.ts';
import {
  channelInfo,
  newestMessageId,
  openChannel,
  pinCount,
  reloadChannel,
  type Channel,
  type Viewer,
} from './context.ts';
import { punish, readFrame } from './conversation.ts';
import { doCreate, type ChannelSpec } from './create.ts';
import { depart, type Depart, type MayDepart } from './departures.ts';
import { doDelete, doEdit, type Edit } from './edit.ts';
import { FanOut, getAttachment, type ChannelSocket } from './fan-out.ts';
import { greeting } from './greet.ts';
import { readHistory, readMessage, readReplies, type Range } from './history.ts';
import { doImport, doImportPins, type HistoryBatch } from './import-history.ts';
import { getLogged } from './log.ts';
import {
  checkKick,
  checkLeave,
  doImportMembers,
  doInvite,
  doJoin,
  doKick,
  doLeave,
  readMembers,
  type MembersRange,
} from './membership.ts';
import { channelMigrations } from './migrations.ts';
import { getCursor, isUnpublished, pipelines, setCursor, type Pipeline } from './outbox.ts';
import { doPost, type Draft } from './post.ts';
import { PostingLimiter, postingRate } from './posting-rate.ts';
import { doMark } from './read-state.ts';
import { finishRename, renameChannel } from './renaming.ts';
import { Sends } from './sends.ts';
import { doArchive, doDescribe, doUnarchive } from './settings.ts';
import { Turns } from './turns.ts';
import { Upkeep } from './upkeep.ts';

/** How long after a rename was begun, or upkeep has failed, the alarm looks at what is left of it. Milliseconds. */
const lookAgainAfter = 30_000;

/**
 * One channel: the authority for its messages, members and read cursors. A shell: each entry point calls a function of
 * the files beside this one inside a synchronous stretch (`#change`), after which the events that it appended leave for
 * the sockets. What follows later is `Upkeep`'s.
 */
export class ChannelObject extends Server<Env> implements ChannelRpc {
  static override options = { hibernate: true };

  readonly #alarm: AlarmClock;
  readonly #posting: PostingLimiter;
  readonly #sends: Sends;
  readonly #fanOut: FanOut;
  /** Each rename asks the directory in the middle. */
  readonly #renames = new Turns();
  #channel: Channel | null = null;
  #upkeep: Upkeep | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(pingText, pongText));
    this.#alarm = new AlarmClock(ctx.storage);
    this.#posting = new PostingLimiter(postingRate(env));
    this.#sends = new Sends({ change: this.#change, takePost: this.#takePost, written: () => ctx.storage.sync() });
    this.#fanOut = new FanOut(this.getConnections());
    // A made-up id must not create a database, so nothing is written until the channel is created.
    if (isSetUp(ctx.storage)) {
      migrate(ctx.storage, channelMigrations);
      this.#open();
    }
  }

  // Reading

  async info(viewer: Viewer) {
    const access = accessChannel(this.#channel, viewer);
    if (!access.ok) return access;
    const { channel, member } = access;
    return {
      ok: true as const,
      channel: channelInfo(channel),
      isMember: member !== null,
      lastRead: microsToTs(member?.last_read ?? 0),
      latest: microsToTs(newestMessageId(channel.sql)),
    };
  }

  async history(viewer: Viewer, range: Range) {
    const access = accessChannel(this.#channel, viewer);
    if (!access.ok) return access;
    const { channel } = access;
    const page = readHistory(channel, range);
    return { ok: true as const, ...page, epoch: channel.row.epoch, seq: channel.seq, pinCount: pinCount(channel.sql) };
  }

  async replies(viewer: Viewer, ts: string, range: Range) {
    const access = accessChannel(this.#channel, viewer);
    return access.ok ? readReplies(access.channel, ts, range) : access;
  }

  async message(viewer: Viewer, ts: string) {
    const access = accessChannel(this.#channel, viewer);
    return access.ok ? readMessage(access.channel, ts) : access;
  }

  async members(viewer: Viewer, range: MembersRange) {
    const access = accessChannel(this.#channel, viewer);
    return access.ok ? { ok: true as const, ...readMembers(access.channel, range) } : access;
  }

  // Messages

  async post(viewer: Viewer, draft: Draft) {
    return this.#change((channel) => doPost(channel, viewer, draft, this.#takePost));
  }

  async edit(viewer: Viewer, edit: Edit) {
    return this.#change((channel) => doEdit(channel, viewer, edit));
  }

  /** What is about to be erased goes to the queues first, if it has not: the audit log has what everybody could see. */
  async remove(viewer: Viewer, ts: string) {
    const isUnpublishedYet = (pipeline: Pipeline) => isUnpublished(this.ctx.storage.sql, pipeline, tsToMicros(ts));
    if (this.#channel && pipelines.some(isUnpublishedYet)) await this.#upkeep?.publish();
    return this.#change((channel) => doDelete(channel, viewer, ts));
  }

  // The channel and its people: these answer when sessions and directory have been told

  async mark(viewer: Viewer, ts: string) {
    const answer = this.#change((channel) => doMark(channel, viewer, ts));
    if (answer.ok) this.#upkeep?.afterMark(viewer.userId);
    return this.#andTold([viewer.userId], answer);
  }

  async join(viewer: Viewer) {
    return this.#changeAndTell([viewer.userId], (channel) => doJoin(channel, viewer));
  }

  async invite(viewer: Viewer, userIds: readonly string[]) {
    return this.#changeAndTell(userIds, (channel) => doInvite(channel, viewer, userIds));
  }

  async leave(viewer: Viewer) {
    const check = (channel: Channel | null) => checkLeave(channel, viewer);
    return this.#depart(viewer.userId, check, (channel) => doLeave(channel, viewer));
  }

  async kick(viewer: Viewer, userId: string) {
    const check = (channel: Channel | null) => checkKick(channel, viewer, userId);
    return this.#depart(userId, check, (channel) => doKick(channel, viewer, userId));
  }

  async rename(viewer: Viewer, name: string) {
    // Should this be cut off, the alarm finishes it.
    if (this.#channel) this.#alarm.ringBy(Date.now() + lookAgainAfter);
    const answer = await this.#renames.take(() => renameChannel(this.#change, this.#openShard, viewer, name));
    return this.#andTold([viewer.userId], answer);
  }

  async setTopic(viewer: Viewer, value: string) {
    return this.#changeAndTell([viewer.userId], (channel) => doDescribe(channel, viewer, 'topic', value));
  }

  async setPurpose(viewer: Viewer, value: string) {
    return this.#changeAndTell([viewer.userId], (channel) => doDescribe(channel, viewer, 'purpose', value));
  }

  async archive(viewer: Viewer) {
    return this.#changeAndTell([viewer.userId], (channel) => doArchive(channel, viewer));
  }

  async unarchive(viewer: Viewer) {
    return this.#changeAndTell([viewer.userId], (channel) => doUnarchive(channel, viewer));
  }

  // Called by other parts of the system, not on a person's behalf

  async create(spec: ChannelSpec) {
    const channel = this.#channel ?? this.#create(spec);
    return this.#andTold(spec.members, { channel: channelInfo(channel) });
  }

  async evictSession(sessionId: string) {
    this.#fanOut.evict(({ session }) => session === sessionId, closeCodes.signedOut);
  }

  async importHistory(batch: HistoryBatch) {
    return this.#changeAndTell(batch.members, (channel) => {
      if (!channel) throw new Error('an import creates its channels before it fills them');
      const imported = doImport(channel, batch.messages);
      doImportPins(channel, batch.pins);
      doImportMembers(channel, batch.members);
      return imported;
    });
  }

  async logged(seq: number) {
    return this.#channel && getLogged(this.#channel.sql, seq);
  }

  async settle(pipeline: Pipeline, seqs: readonly number[]) {
    this.#upkeep?.settle(pipeline, seqs);
  }

  async replay(pipeline: Pipeline, seq: number) {
    const { sql } = this.ctx.storage;
    if (!this.#channel || getCursor(sql, pipeline).published <= seq) return;
    setCursor(sql, pipeline, { published: seq, settled: seq });
    this.#alarm.ringBy(Date.now());
  }

  override async onAlarm() {
    this.#alarm.rang();
    if (!this.#channel || !this.#upkeep) return;
    try {
      const channel = this.#channel;
      await this.#renames.take(() => finishRename(this.#change, this.#openShard, channel));
      await this.#upkeep.run();
    } catch (error) {
      // Not thrown: the runtime would try a few times more and then forget the alarm for good.
      console.error({ message: 'upkeep failed', channel: this.name, error: String(error) });
      this.#alarm.ringBy(Date.now() + lookAgainAfter);
    }
  }

  // Sockets

  /**
   * Accepted first and admitted after: a sign-out that comes while the session is being asked finds the socket here and
   * closes it. Greeted and added to the fan-out in one stretch, so that no event is missed or sent twice.
   */
  override async onConnect(socket: ChannelSocket, context: ConnectionContext) {
    const arrival = readArrival(context);
    if ('close' in arrival) return socket.close(arrival.close);
    const access = accessChannel(this.#channel, { userId: arrival.user, role: arrival.role });
    if (!access.ok) return socket.close(closeCodes.noAccess);
    if (!takeTicket(this.ctx.storage.sql, arrival.ticket, arrival.ticketExpires, Date.now())) {
      return socket.close(closeCodes.badTicket);
    }
    const { user, session, role, resume } = arrival;
    this.#fanOut.arrive(socket, { user, session, role });
    const { row } = access.channel;
    const admitted = await sessionOf(this.env, row.workspace, user).admit({ session, channel: row.id });
    if (!admitted) return socket.close(closeCodes.signedOut);
    const still = accessChannel(this.#channel, { userId: user, role });
    if (!still.ok) return socket.close(closeCodes.noAccess);
    if (!this.#fanOut.admit(socket)) return;
    for (const frame of greeting(still.channel, still.member, resume)) socket.send(frame);
  }

  override async onMessage(socket: ChannelSocket, message: WSMessage) {
    const attachment = getAttachment(socket);
    if (!attachment || !this.#fanOut.isLive(socket)) return;
    const read = readFrame(message);
    if ('error' in read) return punish(this.#fanOut, socket, attachment, read.error);
    const viewer = { userId: attachment.user, role: attachment.role };
    await this.#sends.add({ socket, viewer, frame: read.frame });
  }

  override onClose(socket: ChannelSocket) {
    this.#fanOut.remove(socket);
  }

  override onError(socket: ChannelSocket) {
    this.#fanOut.remove(socket);
  }

  // How everything above is done

  /**
   * One synchronous stretch: all of it is written or nothing, and what it appended leaves only when the disk has it (the
   * runtime holds every reply and push until then).
   */
  readonly #change = <T>(work: (channel: Channel | null) => T): T => {
    let answer: T;
    try {
      answer = this.ctx.storage.transactionSync(() => work(this.#channel));
    } catch (error) {
      if (this.#channel) reloadChannel(this.#channel);
      throw error;
    }
    const events = this.#channel?.outbound.splice(0) ?? [];
    if (events.length > 0) {
      this.#fanOut.push(events);
      this.#upkeep?.afterEvents();
    }
    return answer;
  };

  readonly #takePost = (userId: string): number => this.#posting.take(userId, Date.now());

  readonly #openShard = (workspaceId: string) => accessShard(this.env, workspaceId);

  /** The answer, once the sidebars of these people and the directory agree with it. */
  async #andTold<T>(userIds: readonly string[], answer: T): Promise<T> {
    await this.#upkeep?.told(userIds);
    return answer;
  }

  async #changeAndTell<T>(userIds: readonly string[], work: (channel: Channel | null) => T): Promise<T> {
    return this.#andTold(userIds, this.#change(work));
  }

  async #depart<T>(userId: string, check: MayDepart, leave: Depart<T>) {
    const answer = await depart(this.#change, this.#openShard, userId, check, leave);
    // Should they be in the channel still, the directory is to say so again.
    this.#upkeep?.copyMembers([userId]);
    const { sql, row } = this.#channel ?? {};
    if (row && sql && row.kind !== 'public' && !getMember(sql, userId)) {
      this.#fanOut.evict(({ user }) => user === userId, closeCodes.noAccess);
    }
    return this.#andTold([userId], answer);
  }

  #create(spec: ChannelSpec): Channel {
    migrate(this.ctx.storage, channelMigrations);
    const { workspaceId } = splitObjectName(this.name);
    this.ctx.storage.transactionSync(() => doCreate(this.ctx.storage.sql, Date.now, workspaceId, spec));
    this.#alarm.ringBy(Date.now());
    const channel = this.#open();
    if (!channel) throw new Error('the channel was just created');
    return channel;
  }

  #open(): Channel | null {
    this.#channel = openChannel(this.ctx.storage.sql, () => Date.now());
    this.#upkeep = this.#channel && new Upkeep(this.env, this.#channel, this.#alarm);
    return this.#channel;
  }
}
