import { microsToTs, tsToMicros } from '../../shared/timestamps.ts';
import { closeCodes } from '../../shared/protocol/sockets.ts';
import type { Joined } from '../relay/relay-rpc.ts';
import type { Arrival } from '../storage/arrival.ts';
import { takeTicket } from '../storage/tickets.ts';
import { accessChannel } from './access.ts';
import { viewerOfSocket } from './sockets/socket-state.ts';
import {
  doAddBookmark,
  doEditBookmark,
  doRemoveBookmark,
  readBookmarks,
  type BookmarkFields,
} from './attached/bookmarks.ts';
import { ChannelBase, closeCodeFor, lookAgainAfter } from './channel-base.ts';
import type { ChannelRpc } from './channel-rpc.ts';
import { channelInfo, newestMessageId, pinCount, type Channel, type Viewer } from './context.ts';
import type { ChannelSpec } from './create.ts';
import { doDelete, doEdit, type Edit } from './messages/edit.ts';
import { writeEphemeral, type EphemeralDraft } from './messages/ephemeral.ts';
import { greeting } from './sockets/greet.ts';
import { readHistory, readMessage, readMessagesAt, readReplies, type Range } from './messages/history.ts';
import { doImport, doImportPins, type HistoryBatch } from './messages/import-history.ts';
import { setKeywords } from './unread/keywords.ts';
import { getLogged } from './log/log.ts';
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
} from './members/membership.ts';
import { readNewestReplies } from './messages/newest-replies.ts';
import { readNews, type Told } from './telling/queued-news.ts';
import { getCursor, isUnpublished, setCursor, type Pipeline } from './log/outbox.ts';
import { doPin, doUnpin, readPins, type PinPlace } from './attached/pins.ts';
import { takeFrames, type Poll } from './sockets/poll.ts';
import type { Send } from './sockets/sends.ts';
import { doPost, getByClientId, type Draft } from './messages/post.ts';
import { doUnfurl, type Unfurl, type Unfurler } from './attached/previews.ts';
import {
  doForgetQuoting,
  doQuote,
  firstQuotesGone,
  quotedBy,
  type QuotedPlace,
  type Quoting,
} from './attached/quotes.ts';
import { doReact, doUnreact, readReactedTo, type Reacting } from './attached/reactions.ts';
import { doMark } from './unread/read-state.ts';
import { renameChannel } from './settings/renaming.ts';
import { doFollow, doMarkThread, readThreadPlace } from './unread/thread-state.ts';
import { doArchive, doDescribe, doUnarchive } from './settings/settings.ts';

/**
 * One channel: the authority for its messages, members and read cursors. A shell: each entry point calls a function of
 * the files beside this one inside a synchronous stretch.
 */
export class ChannelObject extends ChannelBase implements ChannelRpc {
  // Reading

  async info(viewer: Viewer) {
    const access = accessChannel(this.channel, viewer);
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
    const access = accessChannel(this.channel, viewer);
    if (!access.ok) return access;
    const { channel } = access;
    const page = readHistory(channel, range);
    return { ok: true as const, ...page, epoch: channel.row.epoch, seq: channel.seq, pinCount: pinCount(channel.sql) };
  }

  async replies(viewer: Viewer, ts: string, range: Range) {
    const access = accessChannel(this.channel, viewer);
    if (!access.ok) return access;
    const page = readReplies(access.channel, ts, range);
    return page.ok ? { ...page, ...readThreadPlace(access.channel, viewer.userId, ts) } : page;
  }

  async message(viewer: Viewer, ts: string) {
    const access = accessChannel(this.channel, viewer);
    return access.ok ? readMessage(access.channel, ts) : access;
  }

  async messagesAt(viewer: Viewer, tss: readonly string[]) {
    const access = accessChannel(this.channel, viewer);
    return access.ok ? { ok: true as const, ...readMessagesAt(access.channel, tss) } : access;
  }

  async newestReplies(viewer: Viewer, roots: readonly string[], count: number) {
    const access = accessChannel(this.channel, viewer);
    return access.ok ? { ok: true as const, ...readNewestReplies(access.channel, roots, count) } : access;
  }

  async pins(viewer: Viewer, after: PinPlace | null = null) {
    return readPins(this.channel, viewer, after);
  }

  async bookmarks(viewer: Viewer) {
    return readBookmarks(this.channel, viewer);
  }

  async reactedTo(viewer: Viewer, userId: string, page: { before: number; limit: number }) {
    return readReactedTo(this.channel, viewer, userId, page);
  }

  async members(viewer: Viewer, range: MembersRange) {
    const access = accessChannel(this.channel, viewer);
    return access.ok ? { ok: true as const, ...readMembers(access.channel, range) } : access;
  }

  // Messages

  async post(viewer: Viewer, draft: Draft) {
    return this.change((channel) => doPost(channel, viewer, draft, this.takePost));
  }

  async postAll(sends: readonly Send[]) {
    return this.sends.postAll(sends);
  }

  async edit(viewer: Viewer, edit: Edit) {
    return this.change((channel) => doEdit(channel, viewer, edit));
  }

  /** What is about to be erased goes to the queues first, if it has not: the audit log has what everybody could see. */
  async remove(viewer: Viewer, ts: string) {
    if (this.channel && isUnpublished(this.channel.sql, 'audit', tsToMicros(ts))) await this.upkeep?.publish();
    const quoted = this.channel ? quotedBy(this.channel.sql, ts) : [];
    const answer = this.change((channel) => doDelete(channel, viewer, ts));
    // Whoever does not hear of it tries once, in vain, to withdraw a quote that is gone.
    if (answer.ok) for (const place of quoted) this.ctx.waitUntil(this.forgetQuoting(place, ts).catch(() => undefined));
    // What fails, and what there is more of, is the alarm's, which the deletion's event has set.
    if (answer.ok && this.channel) await this.withdrawQuotes(firstQuotesGone(this.channel.sql, ts));
    return answer;
  }

  // What hangs on messages, and on the channel

  async react(viewer: Viewer, reacting: Reacting) {
    return this.change((channel) => doReact(channel, viewer, reacting));
  }

  async unreact(viewer: Viewer, reacting: Reacting) {
    return this.change((channel) => doUnreact(channel, viewer, reacting));
  }

  async pin(viewer: Viewer, ts: string) {
    return this.change((channel) => doPin(channel, viewer, ts));
  }

  async unpin(viewer: Viewer, ts: string) {
    return this.change((channel) => doUnpin(channel, viewer, ts));
  }

  async addBookmark(viewer: Viewer, fields: BookmarkFields) {
    return this.change((channel) => doAddBookmark(channel, viewer, fields));
  }

  async editBookmark(viewer: Viewer, id: string, fields: Partial<BookmarkFields>) {
    return this.change((channel) => doEditBookmark(channel, viewer, id, fields));
  }

  async removeBookmark(viewer: Viewer, id: string) {
    return this.change((channel) => doRemoveBookmark(channel, viewer, id));
  }

  async unfurl(by: Unfurler, ts: string, unfurls: readonly Unfurl[]) {
    return this.change((channel) => doUnfurl(channel, by, ts, unfurls));
  }

  async removeUnfurl(viewer: Viewer | null, ts: string, url: string) {
    return this.withdrawPreview(viewer, ts, url);
  }

  async postEphemeral(viewer: Viewer, userId: string, draft: EphemeralDraft) {
    const written = writeEphemeral(this.channel, viewer, userId, draft);
    if (!written.ok) return written;
    const frame = { type: 'ephemeral', message: written.message } as const;
    this.tell({ to: userId }, frame);
    this.privateWords.add(userId, frame, Date.now());
    return { ok: true as const, ts: written.message.ts };
  }

  /**
   * What a socket does, for clients that can open none: their frames, then everything since their resume point, and what no log
   * has.
   */
  async poll(viewer: Viewer, session: string, { frames, resume }: Poll) {
    const access = await this.admit(viewer, session);
    if (!access.ok) return access;
    const { channel, member } = access;
    const answers = takeFrames(viewer, frames, {
      postAll: (sends) => this.sends.postAll(sends),
      tellTyping: (who, thread) => this.tellTyping(who, thread),
    });
    const now = Date.now();
    answers.push(...this.privateWords.take(viewer.userId, session, now), ...this.typists.now(channel, viewer, now));
    const answered = answers.map((frame) => JSON.stringify(frame));
    return { ok: true as const, frames: [...greeting(channel, member, resume), ...answered] };
  }

  // The channel and its people: these answer when sessions and directory have been told

  async mark(viewer: Viewer, ts: string) {
    return this.changeReadingAndTell(viewer.userId, (channel) => doMark(channel, viewer, ts));
  }

  async markThread(viewer: Viewer, rootTs: string, ts: string) {
    return this.changeReadingAndTell(viewer.userId, (channel) => doMarkThread(channel, viewer, rootTs, ts));
  }

  async followThread(viewer: Viewer, rootTs: string, following: boolean) {
    return this.changeReadingAndTell(viewer.userId, (channel) => doFollow(channel, viewer, rootTs, following));
  }

  async join(viewer: Viewer) {
    return this.changeAndTell([viewer.userId], (channel) => doJoin(channel, viewer));
  }

  async invite(viewer: Viewer, userIds: readonly string[]) {
    return this.changeAndTell(userIds, (channel) => doInvite(channel, viewer, userIds));
  }

  async leave(viewer: Viewer) {
    const check = (channel: Channel | null) => checkLeave(channel, viewer);
    return this.departAndTell(viewer.userId, check, (channel) => doLeave(channel, viewer));
  }

  async kick(viewer: Viewer, userId: string) {
    const check = (channel: Channel | null) => checkKick(channel, viewer, userId);
    return this.departAndTell(userId, check, (channel) => doKick(channel, viewer, userId));
  }

  async rename(viewer: Viewer, name: string) {
    // Should this be cut off, the alarm finishes it.
    if (this.channel) this.alarmClock.ringBy(Date.now() + lookAgainAfter);
    const answer = await this.renames.take(() => renameChannel(this.change, this.openShard, viewer, name));
    return this.andTold([viewer.userId], answer);
  }

  async setTopic(viewer: Viewer, value: string) {
    return this.changeAndTell([viewer.userId], (channel) => doDescribe(channel, viewer, 'topic', value));
  }

  async setPurpose(viewer: Viewer, value: string) {
    return this.changeAndTell([viewer.userId], (channel) => doDescribe(channel, viewer, 'purpose', value));
  }

  async archive(viewer: Viewer) {
    return this.changeAndTell([viewer.userId], (channel) => doArchive(channel, viewer));
  }

  async unarchive(viewer: Viewer) {
    return this.changeAndTell([viewer.userId], (channel) => doUnarchive(channel, viewer));
  }

  // Called by other parts of the system, not on a person's behalf

  async create(spec: ChannelSpec) {
    const channel = this.channel ?? this.createChannel(spec);
    return this.andTold(spec.members, { channel: channelInfo(channel) });
  }

  async quoterGone(ts: string, by: QuotedPlace) {
    if (this.channel) doForgetQuoting(this.channel.sql, ts, by);
  }

  async quote(ts: string, by: Quoting) {
    return this.change((channel) => doQuote(channel, ts, by));
  }

  async joinRelay(relay: { number: number; sockets: number }, arrival: Arrival): Promise<Joined> {
    const viewer = viewerOfSocket(arrival);
    if (!accessChannel(this.channel, viewer).ok) return { close: closeCodes.noAccess };
    const { ticket, ticketExpires, session, resume } = arrival;
    if (!takeTicket(this.ctx.storage.sql, ticket, ticketExpires, Date.now())) return { close: closeCodes.badTicket };
    // Before the session is asked: a sign-out that comes meanwhile has to reach the relay.
    if (!this.relays?.join(relay)) return { close: closeCodes.tryAgain };
    const access = await this.admit(viewer, session);
    if (!access.ok) return { close: closeCodeFor(access.error) };
    // And in the stretch that greets: it is told of everything that follows.
    if (!this.relays.join(relay)) return { close: closeCodes.tryAgain };
    const { channel, member } = access;
    return { frames: greeting(channel, member, resume), seq: channel.seq };
  }

  async typing(viewer: Viewer, thread: string | undefined) {
    this.tellTyping(viewer, thread);
  }

  async evictSession(sessionId: string) {
    await this.evict({ session: sessionId }, closeCodes.signedOut);
  }

  async importHistory(batch: HistoryBatch) {
    return this.changeAndTell(batch.members, (channel) => {
      if (!channel) throw new Error('an import creates its channels before it fills them');
      const imported = doImport(channel, batch.messages);
      doImportPins(channel, batch.pins);
      doImportMembers(channel, batch.members);
      return imported;
    });
  }

  async setKeywords(userId: string, words: readonly string[]) {
    if (this.channel) setKeywords(this.channel, userId, words);
  }

  async hasPosted(userId: string, clientMsgId: string) {
    return this.channel !== null && getByClientId(this.channel, userId, clientMsgId) !== null;
  }

  async newsFor(userIds: readonly string[]) {
    return this.channel ? readNews(this.channel, userIds) : [];
  }

  async toldNews(told: readonly Told[], failed: readonly string[]) {
    await this.upkeep?.heard(told, failed);
  }

  async logged(seq: number) {
    return this.channel && getLogged(this.channel.sql, seq);
  }

  async settle(pipeline: Pipeline, seqs: readonly number[]) {
    this.upkeep?.settle(pipeline, seqs);
  }

  async replay(pipeline: Pipeline, seq: number) {
    const { sql } = this.ctx.storage;
    if (!this.channel || getCursor(sql, pipeline).published <= seq) return;
    setCursor(sql, pipeline, { published: seq, settled: seq });
    this.alarmClock.ringBy(Date.now());
  }
}
