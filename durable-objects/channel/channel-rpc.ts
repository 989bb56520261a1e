import type { ChannelInfo } from '../../shared/channel.ts';
import type { Outcome } from '../../shared/errors.ts';
import type { Message } from '../../shared/message.ts';
import type { Viewer } from './context.ts';
import type { ChannelSpec } from './create.ts';
import type { Edit } from './edit.ts';
import type { Page, Range } from './history.ts';
import type { HistoryBatch, Imported } from './import-history.ts';
import type { MembersRange } from './membership.ts';
import type { Pipeline } from './outbox.ts';
import type { Draft, Posted } from './post.ts';
import type { ReadState } from './read-state.ts';

/**
 * What a channel can be asked. The calls of people name their viewer, who was authenticated by the Worker; what they may
 * see and do is decided in the channel. Refusals are values (`Outcome`). The rest is for other parts of the system.
 */
export type ChannelRpc = {
  info(viewer: Viewer): Promise<Outcome<{ channel: ChannelInfo; isMember: boolean; lastRead: string; latest: string }>>;
  history(viewer: Viewer, range: Range): Promise<Outcome<Page & { epoch: string; seq: number; pinCount: number }>>;
  replies(viewer: Viewer, ts: string, range: Range): Promise<Outcome<Page>>;
  message(viewer: Viewer, ts: string): Promise<Outcome<{ message: Message }>>;
  /** User ids in order; `next` is what the next page comes after. */
  members(viewer: Viewer, range: MembersRange): Promise<Outcome<{ members: string[]; next: string | null }>>;
  post(viewer: Viewer, draft: Draft): Promise<Outcome<Posted>>;
  edit(viewer: Viewer, edit: Edit): Promise<Outcome<{ ts: string; message: Message }>>;
  remove(viewer: Viewer, ts: string): Promise<Outcome<{ ts: string }>>;
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

  /** Makes the channel; one that exists already is left as it is, so that the call may be repeated. */
  create(spec: ChannelSpec): Promise<{ channel: ChannelInfo }>;
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
