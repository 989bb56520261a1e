/**
 * What is unread for whom, counted from nothing but the messages that are there and what people did: written from the
 * rules, and sharing no code with the channel. Times are microseconds.
 */
export type Content = {
  names: readonly string[];
  groups: readonly string[];
  all: boolean;
  here: boolean;
  words: readonly string[];
  /** Names in code: they call nobody. */
  quoted: readonly string[];
};

type Message = {
  id: number;
  author: string;
  thread: number | null;
  inChannel: boolean;
  deleted: boolean;
  names: Set<string>;
  byWord: Set<string>;
  all: boolean;
  /** Whoever is there, and not everybody. */
  here: boolean;
  /** People whom each group called; null until they were looked up. */
  groups: Map<string, Set<string> | null>;
};

type Place = { following: boolean; lastRead: number };

export type Count = { hasUnread: boolean; mentions: number };

export class ReadModel {
  readonly #isDirect: boolean;
  readonly members = new Map<string, number>();
  readonly keywords = new Map<string, readonly string[]>();
  /** Messages that call a person who was in the channel then, and has been since: they are to be told of each. */
  readonly toHear = new Map<string, Set<number>>();
  readonly #messages = new Map<number, Message>();
  readonly #places = new Map<number, Map<string, Place>>();

  constructor(isDirect: boolean) {
    this.#isDirect = isDirect;
  }

  get #newest(): number {
    return Math.max(0, ...this.#messages.keys());
  }

  join(userId: string): void {
    this.members.set(userId, this.#newest);
  }

  leave(userId: string): void {
    this.members.delete(userId);
    this.keywords.delete(userId);
    this.toHear.delete(userId);
    for (const places of this.#places.values()) places.delete(userId);
  }

  /** A line of the channel itself, of somebody who came or went: unread for nobody. */
  line(id: number, author: string): void {
    this.#add(id, author, null, false);
  }

  post(id: number, author: string, content: Content, thread: number | null, inChannel: boolean): void {
    const before = thread === null ? null : this.#lastReplyBefore(thread, id);
    const message = this.#add(id, author, thread, inChannel);
    message.names = new Set(content.names.filter((name) => name !== author));
    message.byWord = this.#watching(content, author);
    message.all = content.all && inChannel && !this.#isDirect;
    message.here = content.here && !content.all && inChannel && !this.#isDirect;
    for (const group of content.groups) message.groups.set(group, null);
    this.#note(message, new Set());
    if (thread === null || before === null) return;
    const root = this.#messages.get(thread);
    const follow = new Set([author, ...(root ? [root.author, ...this.#called(root)] : []), ...this.#called(message)]);
    for (const userId of follow) this.#follow(thread, userId, before);
  }

  edit(id: number, content: Content): void {
    const message = this.#get(id);
    const before = this.#called(message);
    message.names = new Set(content.names.filter((name) => name !== message.author));
    message.byWord = this.#watching(content, message.author);
    message.all = content.all && message.inChannel && !this.#isDirect;
    message.here = content.here && !content.all && message.inChannel && !this.#isDirect;
    for (const group of message.groups.keys()) if (!content.groups.includes(group)) message.groups.delete(group);
    for (const group of content.groups) if (!message.groups.has(group)) message.groups.set(group, null);
    this.#note(message, before);
    for (const userId of this.#called(message)) if (!before.has(userId)) this.#followWhereCalled(message, userId);
  }

  remove(id: number): void {
    const message = this.#get(id);
    message.deleted = true;
    message.names = new Set();
    message.byWord = new Set();
    message.all = false;
    message.here = false;
    message.groups.clear();
    this.#note(message, new Set());
    const root = message.thread ?? id;
    if (this.#messages.get(root)?.deleted && this.#replies(root).length === 0) {
      for (const place of this.#places.get(root)?.values() ?? []) place.following = false;
    }
  }

  lookUp(id: number, group: string, people: readonly string[]): void {
    const message = this.#get(id);
    if (message.groups.get(group) !== null) return;
    const before = this.#called(message);
    const called = people.filter((userId) => this.members.has(userId) && userId !== message.author);
    message.groups.set(group, new Set(called));
    this.#note(message, before);
    for (const userId of called) if (!before.has(userId)) this.#followWhereCalled(message, userId);
  }

  mark(userId: string, id: number): void {
    this.members.set(userId, Math.min(id, this.#newest));
  }

  markThread(userId: string, thread: number, id: number): void {
    const place = this.#places.get(thread)?.get(userId);
    if (place?.following) place.lastRead = Math.max(thread, Math.min(id, this.#newest));
  }

  setFollowing(userId: string, thread: number, following: boolean): void {
    const place = this.#places.get(thread)?.get(userId);
    if (place) place.following = following;
    else this.#placesOf(thread).set(userId, { following, lastRead: this.#lastReplyBefore(thread, Infinity) });
  }

  count(userId: string): Count {
    const lastRead = this.members.get(userId) ?? 0;
    const unread = [...this.#messages.values()].filter(
      (message) => message.inChannel && !message.deleted && message.author !== userId && message.id > lastRead,
    );
    const calls = unread.filter((message) => this.#isDirect || message.all || this.#called(message).has(userId));
    return { hasUnread: unread.length > 0, mentions: calls.length };
  }

  /** Unread messages that call whoever is there, and not the person by themself; after `joined`. */
  hereCalls(userId: string, joined: number): number[] {
    const after = Math.max(joined, this.members.get(userId) ?? 0);
    return [...this.#messages.values()]
      .filter((message) => message.here && message.author !== userId && message.id > after)
      .filter((message) => !this.#called(message).has(userId))
      .map(({ id }) => id);
  }

  /** The threads that the person follows, by their roots. */
  threads(userId: string): Map<number, Count & { lastRead: number }> {
    const threads = new Map<number, Count & { lastRead: number }>();
    for (const [thread, places] of this.#places) {
      const place = places.get(userId);
      if (!place?.following) continue;
      const unread = this.#replies(thread).filter(({ id, author }) => author !== userId && id > place.lastRead);
      const mentions = unread.filter((message) => this.#called(message).has(userId)).length;
      threads.set(thread, { hasUnread: unread.length > 0, mentions, lastRead: place.lastRead });
    }
    return threads;
  }

  /** Whether the message calls the person: with everybody, or by themself. */
  calls(id: number, userId: string, withEverybody: boolean): boolean {
    const message = this.#get(id);
    return withEverybody ? message.all || message.here : this.#called(message).has(userId);
  }

  /** Messages that are there. */
  surviving(): { id: number; author: string; thread: number | null }[] {
    return [...this.#messages.values()]
      .filter(({ deleted }) => !deleted)
      .map(({ id, author, thread }) => ({ id, author, thread }));
  }

  /** Members whom the message calls now and did not before are to hear of it; those whom it does not call are not. */
  #note(message: Message, before: ReadonlySet<string>): void {
    const called = this.#called(message);
    for (const [userId, messages] of this.toHear) if (!called.has(userId)) messages.delete(message.id);
    for (const userId of called) {
      if (before.has(userId) || !this.members.has(userId)) continue;
      this.toHear.set(userId, (this.toHear.get(userId) ?? new Set()).add(message.id));
    }
  }

  #add(id: number, author: string, thread: number | null, inChannel: boolean): Message {
    const nobody = { names: new Set<string>(), byWord: new Set<string>(), all: false, here: false, groups: new Map() };
    const message = { id, author, thread, inChannel, deleted: false, ...nobody };
    this.#messages.set(id, message);
    return message;
  }

  #get(id: number): Message {
    const message = this.#messages.get(id);
    if (!message) throw new Error(`no message ${id}`);
    return message;
  }

  #called({ names, byWord, groups }: Message): Set<string> {
    return new Set([...names, ...byWord, ...[...groups.values()].flatMap((people) => [...(people ?? [])])]);
  }

  #watching({ words }: Content, author: string): Set<string> {
    const watching = [...this.keywords].filter(([userId, keywords]) => {
      return userId !== author && keywords.some((keyword) => words.includes(keyword));
    });
    return new Set(watching.map(([userId]) => userId));
  }

  #replies(thread: number): Message[] {
    return [...this.#messages.values()].filter((message) => message.thread === thread && !message.deleted);
  }

  #lastReplyBefore(thread: number, id: number): number {
    return Math.max(thread, ...this.#replies(thread).flatMap((reply) => (reply.id < id ? reply.id : [])));
  }

  #placesOf(thread: number): Map<string, Place> {
    const places = this.#places.get(thread) ?? new Map<string, Place>();
    this.#places.set(thread, places);
    return places;
  }

  #follow(thread: number, userId: string, lastRead: number): void {
    const places = this.#placesOf(thread);
    if (this.members.has(userId) && !places.has(userId)) places.set(userId, { following: true, lastRead });
  }

  #followWhereCalled(message: Message, userId: string): void {
    if (message.thread !== null)
      this.#follow(message.thread, userId, this.#lastReplyBefore(message.thread, message.id));
    else if (this.#replies(message.id).length > 0) this.#follow(message.id, userId, message.id);
  }
}

/** The content as somebody would write it. */
export function toText({ names, groups, all, here, words, quoted }: Content): string {
  return [
    'so',
    ...names.map((name) => `<@${name}>`),
    ...groups.map((group) => `<!subteam^${group}>`),
    ...(all ? ['<!channel>'] : []),
    ...(here ? ['<!here>'] : []),
    ...words.map((word) => `${word.toUpperCase()},`),
    ...quoted.map((name) => `\`<@${name}> <!here>\``),
  ].join(' ');
}
