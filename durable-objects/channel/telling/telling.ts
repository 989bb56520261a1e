import type { Channel } from '../context.ts';
import type { Courier } from './courier.ts';
import { queuedSince, setOnTheirWay, takeBack, takeBackAll } from './on-their-way.ts';
import { fewToTell, membersWithNews, sliceSize, takeSlice, withNotices } from './people-to-tell.ts';
import { fewPeople } from '../unread/to-tell.ts';

/** News for people who are not looking gathers this long after the first. ms. */
const newsDelay = 250;

export type TellingDeps = {
  channel: Channel;
  /** Tells few people, each by a call. */
  sessions: Courier;
  /** Has many people told through a queue; rejects when it does not take them. */
  enqueue(userIds: readonly string[]): Promise<void>;
  /** Lets others have their turn. */
  breathe(): Promise<void>;
  /** Something is to be tried again later. */
  retryLater(): void;
};

/**
 * Finds out who is to be told something, and has them told: few by calls, many in chunks through a queue, slice by slice,
 * so that nobody waits to post. Who they are is read from the tables, so that it is the same after a crash.
 */
export class Telling {
  readonly #deps: TellingDeps;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isDue = false;
  #walking: Promise<void> | null = null;
  #hasFailed = false;

  constructor(deps: TellingDeps) {
    this.#deps = deps;
  }

  /** Whether a queue did not take what it was given, the last time. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** At once, then at most once in a while: under load one look serves many messages. */
  look(): void {
    if (this.#timer !== null || this.#walking) {
      this.#isDue = true;
      return;
    }
    this.#isDue = false;
    this.#lookNow();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#isDue) this.look();
    }, newsDelay);
  }

  /** Resolves when everybody who is to be told now has been handed on. */
  async lookAtAll(): Promise<void> {
    await this.#walking;
    this.#lookNow();
    await this.#walking;
  }

  /**
   * What went into the queue longer ago than `deadline` (ms) and has not been told is taken for lost, and goes again. When to
   * look next; null: nothing is on its way.
   */
  async takeBackLost(deadline: number): Promise<number | null> {
    const { channel, breathe } = this.#deps;
    const since = queuedSince(channel.sql);
    if (since === null || Date.now() < since + deadline) return since && since + deadline;
    await takeBackAll(channel.sql, Date.now(), breathe);
    return queuedSince(channel.sql) && Date.now() + deadline;
  }

  #lookNow(): void {
    const few = fewToTell(this.#deps.channel);
    if (few) this.#deps.sessions.offer(few);
    else this.#walking ??= this.#walk();
  }

  async #walk(): Promise<void> {
    const { channel, breathe, retryLater } = this.#deps;
    try {
      // Not in the stretch that posted.
      await breathe();
      for (let some = takeSlice(channel); some; some = takeSlice(channel)) {
        await this.#enqueue(some);
        await this.#breathe();
      }
      for (let after: string | null = ''; after !== null; await this.#breathe()) {
        const slice = membersWithNews(channel, after);
        after = slice.next;
        await this.#enqueue(slice.userIds);
      }
      // Whoever is on the way already is not among them.
      for (let some = this.#withNotices(); some.length > 0; some = this.#withNotices()) await this.#enqueue(some);
      this.#hasFailed = false;
    } catch (error) {
      console.error({ message: 'marks were not queued', channel: channel.row.id, error: String(error) });
      this.#hasFailed = true;
      retryLater();
    } finally {
      this.#walking = null;
      if (this.#isDue && this.#timer === null) this.look();
    }
  }

  /** Others have their turn, and whoever they call does not wait for the rest of the walk. */
  async #breathe(): Promise<void> {
    await this.#deps.breathe();
    const some = withNotices(this.#deps.channel.sql, fewPeople + 1);
    if (some.length <= fewPeople) this.#deps.sessions.offer(some);
  }

  #withNotices(): string[] {
    return withNotices(this.#deps.channel.sql, sliceSize);
  }

  /** On disk they are on their way before the queue has them: what is lost in between is taken back in time. */
  async #enqueue(userIds: readonly string[]): Promise<void> {
    const { channel, enqueue } = this.#deps;
    const going = userIds.length === 0 ? [] : setOnTheirWay(channel.sql, userIds, Date.now());
    if (going.length === 0) return;
    try {
      await enqueue(going);
    } catch (error) {
      takeBack(channel.sql, going);
      throw error;
    }
  }
}
