import type { Bookmark, ChannelInfo } from '../../shared/channel.ts';
import type { Outcome } from '../../shared/errors.ts';
import type { Message } from '../../shared/message.ts';
import type { BookmarkFields } from './attached/bookmarks.ts';
import type { Joined } from '../relay/relay-rpc.ts';
import type { Arrival } from '../storage/arrival.ts';
import type { Viewer } from './context.ts';
import type { ChannelSpec } from './create.ts';
import type { Edit } from './messages/edit.ts';
import type { EphemeralDraft } from './messages/ephemeral.ts';
import type { MessagesAt, Page, Range } from './messages/history.ts';
import type { HistoryBatch, Imported } from './messages/import-history.ts';
import type { MembersRange } from './members/membership.ts';
import type { ThreadEnds } from './messages/newest-replies.ts';
import type { Pipeline } from './log/outbox.ts';
import type { Pin, PinPlace } from './attached/pins.ts';
import type { Poll } from './sockets/poll.ts';
import type { Answer, Send } from './sockets/sends.ts';
import type { Draft, Posted } from './messages/post.ts';
import type { Unfurl, Unfurler } from './attached/previews.ts';
import type { Quoted, QuotedPlace, Quoting } from './attached/quotes.ts';
import type { ReactedTo, Reacting } from './attached/reactions.ts';
import type { PersonsNews, Told } from './telling/queued-news.ts';
import type { ReadState } from './unread/read-state.ts';
import type { ThreadState } from './unread/thread-state.ts';

/**
 * What a channel can be asked. The calls of people name their viewer, who was authenticated by the Worker; what they may
 * see and do is decided in the channel. Refusals are values (`Outcome`). The rest is for other parts of the system.
 */
export type ChannelRpc = {
  info(viewer: Viewer): Promise<Outcome<{ channel: ChannelInfo; isMember: boolean; lastRead: string; latest: string }>>;
  history(viewer: Viewer, range: Range): Promise<Outcome<Page & { epoch: string; seq: number; pinCount: number }>>;
  /** With the viewer's place in the thread. */
  replies(viewer: Viewer, ts: string, range: Range): Promise<Outcome<Page & { following: boolean; lastRead: string }>>;
  message(viewer: Viewer, ts: string): Promise<Outcome<{ message: Message }>>;
  /** Those of these messages that there are, oldest first; `left` are to be asked for again. */
  messagesAt(viewer: Viewer, tss: readonly string[]): Promise<Outcome<MessagesAt>>;
  /** How each of these threads ends, for those that there are; `left` are to be asked for again. */
  newestReplies(viewer: Viewer, roots: readonly string[], count: number): Promise<Outcome<ThreadEnds>>;
  /** The latest first, or those after one. */
  pins(viewer: Viewer, after?: PinPlace | null): Promise<Outcome<{ pins: Pin[]; hasMore: boolean }>>;
  bookmarks(viewer: Viewer): Promise<Outcome<{ bookmarks: Bookmark[] }>>;
  /** Where messages are that a person reacted to, by the time of their latest reaction: those before `before` (microseconds). */
  reactedTo(
    viewer: Viewer,
    userId: string,
    page: { before: number; limit: number },
  ): Promise<Outcome<{ items: ReactedTo[] }>>;
  /** User ids in order; `next` is what the next page comes after. */
  members(viewer: Viewer, range: MembersRange): Promise<Outcome<{ members: string[]; next: string | null }>>;
  post(viewer: Viewer, draft: Draft): Promise<Outcome<Posted>>;
  /** Posts what came over a socket elsewhere. Answers what the messages' events do not, as a socket would. */
  postAll(sends: readonly Send[]): Promise<Answer[]>;
  edit(viewer: Viewer, edit: Edit): Promise<Outcome<{ ts: string; message: Message }>>;
  remove(viewer: Viewer, ts: string): Promise<Outcome<{ ts: string }>>;
  react(viewer: Viewer, reacting: Reacting): Promise<Outcome<object>>;
  unreact(viewer: Viewer, reacting: Reacting): Promise<Outcome<object>>;
  pin(viewer: Viewer, ts: string): Promise<Outcome<object>>;
  unpin(viewer: Viewer, ts: string): Promise<Outcome<object>>;
  addBookmark(viewer: Viewer, fields: BookmarkFields): Promise<Outcome<{ bookmark: Bookmark }>>;
  editBookmark(viewer: Viewer, id: string, fields: Partial<BookmarkFields>): Promise<Outcome<{ bookmark: Bookmark }>>;
  removeBookmark(viewer: Viewer, id: string): Promise<Outcome<object>>;
  /** Puts previews under a message, for links that it has. */
  unfurl(by: Unfurler, ts: string, unfurls: readonly Unfurl[]): Promise<Outcome<object>>;
  /** Takes the preview of a link away, for good; without a viewer, because what it shows is gone. */
  removeUnfurl(viewer: Viewer | null, ts: string, url: string): Promise<Outcome<object>>;
  /** Shows a message to one member, on the devices that look at the channel now. */
  postEphemeral(viewer: Viewer, userId: string, draft: EphemeralDraft): Promise<Outcome<{ ts: string }>>;
  /** One exchange of a device that can open no socket: `hello`, what followed, and answers. */
  poll(viewer: Viewer, session: string, poll: Poll): Promise<Outcome<{ frames: string[] }>>;
  join(viewer: Viewer): Promise<Outcome<{ channel: ChannelInfo; already: boolean }>>;
  leave(viewer: Viewer): Promise<Outcome<{ left: boolean }>>;
  invite(
    viewer: Viewer,
    userIds: readonly string[],
  ): Promise<Outcome<{ channel: ChannelInfo; added: string[]; alreadyIn: string[] }>>;
  kick(viewer: Viewer, userId: string): Promise<Outcome<object>>;
  rename(viewer: Viewer, name: string): Promise<Outcome<{ channel: ChannelInfo }>>;
  setTopic(viewer: Viewer, value: string): Promise<Outcome<{ channel: ChannelInfo }>>;
  setPurpose(viewer: Viewer, value: string): Promise<Outcome<{ channel: ChannelInfo }>>;
  archive(viewer: Viewer): Promise<Outcome<{ channel: ChannelInfo }>>;
  unarchive(viewer: Viewer): Promise<Outcome<{ channel: ChannelInfo }>>;
  mark(viewer: Viewer, ts: string): Promise<Outcome<ReadState>>;
  /** Moves the viewer's place in a thread that they follow. */
  markThread(viewer: Viewer, rootTs: string, ts: string): Promise<Outcome<ThreadState>>;
  followThread(viewer: Viewer, rootTs: string, following: boolean): Promise<Outcome<ThreadState>>;

  /** The words that call this member, besides their name. */
  setKeywords(userId: string, words: readonly string[]): Promise<void>;
  /** Whether a message of this person's with that client id was posted, be it deleted since, and be they out of the channel. */
  hasPosted(userId: string, clientMsgId: string): Promise<boolean>;
  /** What there is to tell these members now; those who have left are left out. */
  newsFor(userIds: readonly string[]): Promise<PersonsNews[]>;
  /** These members were told what `newsFor` gave; those others could not be. */
  toldNews(told: readonly Told[], failed: readonly string[]): Promise<void>;

  /** Makes the channel; one that exists already is left as it is, so that the call may be repeated. */
  create(spec: ChannelSpec): Promise<{ channel: ChannelInfo }>;
  /** What a message that links to one here may show of it; null when its readers need not be allowed to see that. */
  quote(ts: string, by: Quoting): Promise<Quoted | null>;
  /** The message there, which quoted the one here, was deleted. */
  quoterGone(ts: string, by: QuotedPlace): Promise<void>;
  /** A socket has arrived at a relay: admits and greets it, and has the relay told of what follows. */
  joinRelay(relay: { number: number; sockets: number }, arrival: Arrival): Promise<Joined>;
  /** Somebody at a relay is typing. */
  typing(viewer: Viewer, thread: string | undefined): Promise<void>;
  /** A device was signed out: its sockets here are closed when this returns. */
  evictSession(sessionId: string): Promise<void>;
  /** Adds messages, then pins, then people, of an import. Repeating it changes nothing. */
  importHistory(batch: HistoryBatch): Promise<Imported>;
  /** One event of the log, as JSON: for a consumer whose queue message was too large to carry it. */
  logged(seq: number): Promise<string | null>;
  /** A consumer has stored these events. Called only where queues live in memory. */
  settle(pipeline: Pipeline, seqs: readonly number[]): Promise<void>;
  /** Sets the pipeline's cursor back, so that everything after `seq` is published again. */
  replay(pipeline: Pipeline, seq: number): Promise<void>;
};
