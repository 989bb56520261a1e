import { isDirect } from '../../shared/channel.ts';
import type { Channel } from '../channel/context.ts';
import { setKeywords } from '../channel/unread/keywords.ts';
import type { PersonsNews } from '../channel/telling/queued-news.ts';
import { newsOf, rememberTold } from '../channel/telling/news.ts';
import { setOnTheirWay, takeBack } from '../channel/telling/on-their-way.ts';
import { fewToTell } from '../channel/telling/people-to-tell.ts';
import { allMembers } from '../channel/members/sidebar.ts';
import { getTold } from '../channel/telling/told.ts';
import { clearTouched, touchedSince, type Touched } from '../channel/telling/touched.ts';
import type { FakeSession } from './fake-session.ts';

/** A call to one person's session, or a chunk in the queue, whose consumer has asked for news or not yet. */
type InFlight = { way: 'call' | 'queue'; news: PersonsNews[]; waiting: string[] };

/** Which of several ways it goes, and whether the answer to a call is lost. */
export type Fate = { pick: number; isLost: boolean };

type Hooks = { leaves(news: PersonsNews): void; answered(userId: string): void };

/**
 * What upkeep does to tell sessions, step by step and with nothing awaited, so that anything may happen between a call's
 * departure and its return.
 */
export class Delivery {
  readonly #sessions: ReadonlyMap<string, FakeSession>;
  readonly #hooks: Hooks;
  #inFlight: InFlight[] = [];
  #due = new Set<string>();

  constructor(sessions: ReadonlyMap<string, FakeSession>, hooks: Hooks) {
    this.#sessions = sessions;
    this.#hooks = hooks;
  }

  /** The process has begun, for the first time or again. */
  begin({ sql, row }: Channel): void {
    this.#due.clear();
    this.#note(sql, touchedSince(sql, getTold(sql), isDirect(row.kind)));
  }

  afterEvents({ sql, touched }: Channel): void {
    this.#note(sql, touched);
    clearTouched(touched);
  }

  afterMark(userId: string): void {
    this.#due.add(userId);
  }

  /** A call leaves for somebody to whom none is under way, or the queue's consumer asks for news. */
  depart(channel: Channel, { pick }: Fate): void {
    const chunk = this.#inFlight.find(({ waiting }) => waiting.length > 0);
    if (chunk && pick % 2 === 0) {
      chunk.news = chunk.waiting
        .map((userId) => this.#newsOf(channel, userId))
        .filter(({ news }) => news.entry !== null);
      chunk.waiting = [];
      return;
    }
    for (const userId of fewToTell(channel) ?? []) this.#due.add(userId);
    const called = this.#inFlight.flatMap(({ way, news }) => (way === 'call' ? news : [])).map(({ userId }) => userId);
    const free = [...this.#due].filter((userId) => !called.includes(userId));
    const userId = free[pick % Math.max(1, free.length)];
    if (userId === undefined) return;
    this.#due.delete(userId);
    this.#inFlight.push({ way: 'call', news: [this.#newsOf(channel, userId)], waiting: [] });
  }

  /** Something arrives, perhaps twice; the answer comes back, or is lost: then it is as if the call had failed. */
  arrive(channel: Channel, { pick, isLost }: Fate): void {
    const ready = this.#inFlight.filter(({ waiting }) => waiting.length === 0);
    const arriving = ready[pick % Math.max(1, ready.length)];
    if (!arriving) return;
    this.#inFlight.splice(this.#inFlight.indexOf(arriving), 1);
    for (const { userId, news, receipt } of arriving.news) {
      const session = this.#sessions.get(userId);
      session?.hear(news);
      if (pick % 5 === 0) session?.hear(news);
      if (isLost) {
        if (arriving.way === 'queue') takeBack(channel.sql, [userId]);
        else this.#due.add(userId);
        continue;
      }
      setKeywords(channel, userId, session?.keywords ?? []);
      this.#hooks.answered(userId);
      const hasMore = rememberTold(channel, userId, receipt, arriving.way);
      if (hasMore && arriving.way === 'call') this.#due.add(userId);
    }
  }

  /** Everybody who is to be told goes into the queue. */
  enqueue(channel: Channel): void {
    const waiting = setOnTheirWay(channel.sql, fewToTell(channel) ?? [], 0);
    if (waiting.length > 0) this.#inFlight.push({ way: 'queue', news: [], waiting });
  }

  /**
   * The process dies. Calls that were under way may be heard all the same; nobody remembers that they were. The queue goes
   * on, or dies too, and then what it had is taken back.
   */
  crash({ sql }: Channel, { pick, isLost }: Fate): void {
    const dies = pick % 2 === 0;
    const lost = this.#inFlight.filter(({ way }) => dies || way === 'call');
    for (const { userId, news } of lost.flatMap((each) => each.news)) {
      if (!isLost) this.#sessions.get(userId)?.hear(news);
    }
    this.#inFlight = this.#inFlight.filter((each) => !lost.includes(each));
    if (dies) takeBack(sql, [...this.#sessions.keys()]);
  }

  /** Whether everybody has been told everything. */
  isOver(channel: Channel): boolean {
    return this.#inFlight.length === 0 && this.#due.size === 0 && fewToTell(channel)?.length === 0;
  }

  #newsOf(channel: Channel, userId: string): PersonsNews {
    const news = { userId, ...newsOf(channel, userId) };
    this.#hooks.leaves(news);
    return news;
  }

  #note(sql: SqlStorage, { members, everybody, said }: Touched): void {
    for (const userId of members) this.#due.add(userId);
    if (everybody || said) for (const userId of allMembers(sql)) this.#due.add(userId);
  }
}
