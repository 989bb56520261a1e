import { unsetText, type Bookmark, type ChannelInfo } from '../../shared/channel.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { ChannelEvent, MessageDeleted } from '../../shared/events.ts';
import type { Message } from '../../shared/message.ts';
import type { ChannelSnapshot } from '../../shared/protocol/channel-socket.ts';
import { compareTs, microsToTs, tsToMicros, zeroTs } from '../../shared/timestamps.ts';
import { repliesTo, summaryOf, toMessage, type FakeRow } from './fake-rows.ts';

export interface FakeDraft {
  user: string;
  text: string;
  clientMsgId?: string | undefined;
  threadTs?: string | undefined;
  isBroadcast?: boolean;
  extra?: FakeRow['extra'];
}

export interface FakeRange {
  latest?: string;
  oldest?: string;
  inclusive?: boolean;
  limit: number;
}

/** The refusal that a real server would answer with. */
export class FakeRefusal extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

/** A channel that follows the rules of the real one, in memory: messages, their log, and what is read of both. */
export class FakeChannel {
  info: ChannelInfo;
  epoch = 'epoch-0';
  readonly rows = new Map<string, FakeRow>();
  readonly members = new Set<string>();
  readonly lastRead = new Map<string, string>();
  /** How far people have read in threads, by root and person; who is here follows the thread. */
  readonly threadReads = new Map<string, Map<string, string>>();
  bookmarks: Bookmark[] = [];
  /** Who is told of each event. */
  readonly listeners = new Set<(seq: number, event: ChannelEvent) => void>();
  readonly log: { event: ChannelEvent; item: string | undefined }[] = [];
  /** How many rows of the log, the oldest, are gone. */
  trimmed = 0;
  #last = 1_600_000_000_000_000;

  constructor(id: string, name: string, members: readonly string[]) {
    this.info = {
      id,
      name,
      kind: 'public',
      isGeneral: false,
      isArchived: false,
      creator: members[0] ?? 'U0',
      created: 1_600_000_000,
      topic: unsetText,
      purpose: unsetText,
      memberCount: 0,
      previousNames: [],
    };
    for (const user of members) this.join(user);
  }

  get seq(): number {
    return this.log.length;
  }

  /** Of what is in the channel's list. */
  get newest(): string {
    return this.listed().at(-1)?.ts ?? zeroTs;
  }

  post(draft: FakeDraft): { ts: string; isRepeat: boolean } {
    const known = [...this.rows.values()].find(
      (row) => row.user === draft.user && row.clientMsgId !== undefined && row.clientMsgId === draft.clientMsgId,
    );
    if (known) return { ts: known.ts, isRepeat: true };
    if (!this.members.has(draft.user)) throw new FakeRefusal('not_in_channel');
    if (this.info.isArchived) throw new FakeRefusal('is_archived');
    if (draft.text === '') throw new FakeRefusal('no_text');
    const root = draft.threadTs === undefined ? undefined : this.rows.get(draft.threadTs);
    if (draft.threadTs !== undefined && !(root?.isShown || root?.isErased === false))
      throw new FakeRefusal('thread_not_found');
    const ts = this.#nextTs();
    const row: FakeRow = {
      ts,
      user: draft.user,
      clientMsgId: draft.clientMsgId,
      thread: root ? (root.thread ?? root.ts) : undefined,
      isShown: root === undefined || draft.isBroadcast === true,
      isErased: false,
      text: draft.text,
      extra: root && draft.isBroadcast ? { subtype: 'thread_broadcast' } : (draft.extra ?? {}),
      reactions: [],
      isPinned: false,
    };
    this.rows.set(ts, row);
    const summary = row.thread === undefined ? {} : { root: summaryOf(this.rows, row.thread) };
    const common = { channel: this.info.id, event_ts: ts, channel_type: 'channel' as const };
    this.#append({ ...this.#message(row), ...common, ...summary }, ts);
    return { ts, isRepeat: false };
  }

  edit(user: string, ts: string, text: string): void {
    const row = this.#accessRow(ts);
    if (row.user !== user) throw new FakeRefusal('cant_update_message');
    const previous = this.#message(row);
    const at = this.#nextTs();
    row.text = text;
    row.edited = { user, ts: at };
    this.#append(
      {
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        channel_type: 'channel',
        ts: at,
        ...this.#common(at),
        message: this.#message(row),
        previous_message: previous,
      },
      ts,
    );
  }

  remove(user: string, ts: string): void {
    const row = this.#accessRow(ts);
    row.isErased = true;
    row.isShown = repliesTo(this.rows, ts).length > 0;
    row.reactions = [];
    row.isPinned = false;
    row.edited = undefined;
    const event = this.#deletion(user, row);
    // The log forgets the text too: its rows become the deletion. A line that tells of a topic is the topic's only event.
    const isForgotten = row.extra.topic === undefined;
    for (const entry of this.log)
      if (isForgotten && entry.item === ts && entry.event.type === 'message') entry.event = event;
    this.#append(event, ts);
    const root = row.thread === undefined ? undefined : this.rows.get(row.thread);
    if (root?.isErased && root.isShown && repliesTo(this.rows, root.ts).length === 0) {
      root.isShown = false;
      this.#append(this.#deletion(user, root), root.ts);
    }
  }

  /** Adds a reaction, or takes it away; the other of the two when nothing is said. */
  react(user: string, ts: string, name: string, isOn?: boolean): void {
    const row = this.#accessRow(ts);
    const others = row.reactions.filter((reaction) => reaction.name !== name || reaction.user !== user);
    const isAdded = others.length === row.reactions.length;
    if (isOn !== undefined && isOn !== isAdded) throw new FakeRefusal(isOn ? 'already_reacted' : 'no_reaction');
    // Behind the others of its kind, so that a kind keeps its place as long as anybody has it.
    const last = others.findLastIndex((reaction) => reaction.name === name);
    const place = last < 0 ? others.length : last + 1;
    row.reactions = isAdded ? others.toSpliced(place, 0, { name, user }) : others;
    const type = isAdded ? ('reaction_added' as const) : ('reaction_removed' as const);
    const { reactions = [] } = this.#message(row);
    const common = { ...this.#common(), user, item: this.#item(row), item_user: row.user };
    this.#append({ type, ...common, reaction: name, reactions });
  }

  /** Pins a message, or takes it off; the other of the two when nothing is said. */
  pin(user: string, ts: string, isOn?: boolean): void {
    const row = this.#accessRow(ts);
    if (isOn !== undefined && isOn === row.isPinned) throw new FakeRefusal(isOn ? 'already_pinned' : 'no_pin');
    row.isPinned = !row.isPinned;
    this.#append({ type: row.isPinned ? 'pin_added' : 'pin_removed', ...this.#common(), user, item: this.#item(row) });
  }

  readsOf(root: string): Map<string, string> {
    const reads = this.threadReads.get(root) ?? new Map<string, string>();
    this.threadReads.set(root, reads);
    return reads;
  }

  setBookmarks(user: string, titles: readonly string[]): void {
    this.bookmarks = titles.map((title, index) => ({
      id: `Bk${index}`,
      channel_id: this.info.id,
      title,
      link: `https://example.com/${title}`,
      emoji: '',
      type: 'link',
      date_created: 1,
      date_updated: 0,
      last_updated_by_user_id: user,
    }));
    this.#append({ type: 'bookmarks_changed', ...this.#common(), user, bookmarks: this.bookmarks });
  }

  join(user: string): void {
    if (this.members.has(user)) return;
    this.members.add(user);
    this.#setInfo({ memberCount: this.members.size });
    this.#append({ type: 'member_joined_channel', ...this.#common(), user, channel_type: 'channel', team: 'T1' });
  }

  leave(user: string): void {
    if (!this.members.delete(user)) return;
    this.#setInfo({ memberCount: this.members.size });
    this.#append({ type: 'member_left_channel', ...this.#common(), user, channel_type: 'channel', team: 'T1' });
  }

  rename(user: string, name: string): void {
    const { name: old_name, previousNames } = this.info;
    this.#setInfo({ name, previousNames: [...previousNames, old_name] });
    this.#append({ type: 'channel_rename', ...this.#common(), name, old_name, user });
  }

  setTopic(user: string, topic: string): void {
    const { ts } = this.post({ user, text: `set the topic: ${topic}`, extra: { subtype: 'channel_topic', topic } });
    const last_set = Math.floor(tsToMicros(ts) / 1_000_000);
    this.#setInfo({ topic: { value: topic, creator: user, last_set } });
  }

  setArchived(user: string, isArchived: boolean): void {
    this.#setInfo({ isArchived });
    this.#append({ type: isArchived ? 'channel_archive' : 'channel_unarchive', ...this.#common(), user });
  }

  /** Puts a message into the past, between others, as an import does. */
  importMessage(user: string, text: string): void {
    const ts = microsToTs(1_500_000_000_000_000 + this.rows.size);
    const flags = { isShown: true, isErased: false, isPinned: false };
    this.rows.set(ts, { ts, user, text, extra: {}, reactions: [], ...flags });
    this.#append({ type: 'history_imported', ...this.#common(), count: 1, oldest: ts, latest: ts });
  }

  /** What a resume from there brings; null when a snapshot is needed. */
  eventsAfter(epoch: string, seq: number): ChannelEvent[] | null {
    if (epoch !== this.epoch || seq > this.seq || seq < this.trimmed) return null;
    return this.log.slice(seq).map((entry) => entry.event);
  }

  snapshot(user: string, limit: number): ChannelSnapshot {
    const { messages, hasMore } = this.history({ limit });
    return {
      channel: this.info,
      is_member: this.members.has(user),
      last_read: this.lastRead.get(user) ?? zeroTs,
      messages: messages.reverse(),
      has_more: hasMore,
      bookmarks: this.bookmarks,
    };
  }

  /** Newest first. */
  history({ latest, oldest, inclusive = false, limit }: FakeRange): { messages: Message[]; hasMore: boolean } {
    const isIn = (ts: string) =>
      (latest === undefined || compareTs(ts, latest) < (inclusive ? 1 : 0)) &&
      (oldest === undefined || compareTs(ts, oldest) > (inclusive ? -1 : 0));
    const found = this.listed().filter((message) => isIn(message.ts));
    const isForwards = oldest !== undefined && latest === undefined;
    const page = isForwards ? found.slice(0, limit) : found.slice(-limit);
    return { messages: page.reverse(), hasMore: found.length > limit };
  }

  /** The whole list of the channel, oldest first. */
  listed(): Message[] {
    const shown = [...this.rows.values()].filter((row) => row.isShown);
    return shown.sort((a, b) => compareTs(a.ts, b.ts)).map((row) => this.#message(row));
  }

  /** The root, then its replies. */
  replies(ts: string): Message[] {
    const root = this.rows.get(ts);
    if (!root || (root.isErased && !root.isShown)) throw new FakeRefusal('thread_not_found');
    return [root, ...repliesTo(this.rows, ts)].map((row) => this.#message(row));
  }

  #message(row: FakeRow): Message {
    return toMessage(this.rows, this.info.id, row);
  }

  #item(row: FakeRow) {
    const isPlainReply = row.thread !== undefined && !row.isShown;
    const thread = isPlainReply ? { thread_ts: row.thread } : {};
    return { type: 'message' as const, channel: this.info.id, ts: row.ts, ...thread };
  }

  #accessRow(ts: string): FakeRow {
    const row = this.rows.get(ts);
    if (!row || row.isErased) throw new FakeRefusal('message_not_found');
    return row;
  }

  #deletion(actor: string, row: FakeRow): MessageDeleted {
    const at = this.#nextTs();
    return {
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      channel_type: 'channel',
      ts: at,
      ...this.#common(at),
      deleted_ts: row.ts,
      actor,
      ...(row.thread !== undefined && { thread_ts: row.thread, root: summaryOf(this.rows, row.thread) }),
      ...(row.isShown && { tombstone: this.#message(row) }),
    };
  }

  #setInfo(change: Partial<ChannelInfo>): void {
    this.info = { ...this.info, ...change };
  }

  #common(at = this.#nextTs()) {
    return { channel: this.info.id, event_ts: at };
  }

  #nextTs(): string {
    this.#last += 250_000;
    return microsToTs(this.#last);
  }

  #append(event: ChannelEvent, item?: string): void {
    this.log.push({ event, item });
    for (const listener of [...this.listeners]) listener(this.seq, event);
  }
}
