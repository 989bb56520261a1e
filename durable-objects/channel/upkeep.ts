import { sessionOf } from '../session/stub.ts';
import { accessShard } from '../../migrations/shards.ts';
import { getMember } from './access.ts';
import type { AlarmClock } from './alarm-clock.ts';
import type { Channel } from './context.ts';
import { Courier } from './courier.ts';
import { copyChannel, copyMembership } from './directory-copy.ts';
import { trimLog } from './log.ts';
import { getCursor, pipelines, publish, rewind, settle, settledByAll, type Pipeline } from './outbox.ts';
import { allMembers, rememberTold, sidebarOf, withNews } from './sidebar.ts';
import { getTold, setTold } from './told.ts';
import { clearTouched, touchedSince, type Touched } from './touched.ts';

/** How long events gather before they are published, and how long a failed duty waits at first and at most. ms. */
const publishDelay = 500;
const firstRetry = 1_000;
const longestRetry = 300_000;
/** News for people who are not looking gathers this long after the first. ms. */
const newsDelay = 250;
/** Where queues live in memory: how long published events may stay unsettled before they are published again. ms. */
const settleDeadline = 30_000;
/** How far back a client may resume. Microseconds. */
const resumeWindow = 24 * 3600 * 1_000_000;

/** The directory's row of the channel itself, among the user ids that its other rows are known by. */
const theChannel = '';

/**
 * What an append leaves to be done, none of it on a message's path: telling sessions, keeping the directory's copy,
 * publishing to the queues, trimming the log. Each duty starts at once where that is cheap, and is certain because the
 * alarm that was set with the append looks at all of them.
 */
export class Upkeep {
  readonly #env: Env;
  readonly #channel: Channel;
  readonly #alarm: AlarmClock;
  readonly #sessions: Courier;
  readonly #directory: Courier;
  readonly #isDurable: boolean;
  readonly #settledAhead = new Map<Pipeline, Set<number>>();
  /** Where each pipeline's settling stood when it last moved. */
  readonly #progress = new Map<Pipeline, { settled: number; at: number }>();
  #failures = 0;
  #publishing: Promise<boolean> = Promise.resolve(true);
  #newsTimer: ReturnType<typeof setTimeout> | null = null;
  #newsWaits = false;

  constructor(env: Env, channel: Channel, alarm: AlarmClock) {
    this.#env = env;
    this.#channel = channel;
    this.#alarm = alarm;
    this.#isDurable = env.QUEUES !== 'memory';
    const retryLater = () => alarm.ringBy(Date.now() + this.#retryDelay());
    this.#sessions = new Courier({ tell: (userId) => this.#tellSession(userId), retryLater });
    this.#directory = new Courier({ tell: (key) => this.#copyToDirectory(key), retryLater });
    // What a crash left untold, and what a queue in memory may have lost with the process.
    this.#tellTouched(touchedSince(channel.sql, getTold(channel.sql)));
    if (!this.#isDurable) for (const pipeline of pipelines) rewind(channel.sql, pipeline);
  }

  /** In the stretch that appended events, after they were handed to the sockets. */
  afterEvents(): void {
    const { touched } = this.#channel;
    this.#tellTouched(touched);
    clearTouched(touched);
    this.#tellNews();
    this.#alarm.ringBy(Date.now() + publishDelay);
  }

  /** In the stretch that changed what somebody has read. */
  afterMark(userId: string): void {
    this.#sessions.add([userId]);
    this.#alarm.ringBy(Date.now() + publishDelay);
  }

  /** The directory's copy of these people's membership may be other than the truth. */
  copyMembers(userIds: readonly string[]): void {
    this.#directory.add(userIds);
  }

  /** Resolves when these people's sessions, and the directory, were told, or failed and wait for the alarm. */
  async told(userIds: readonly string[]): Promise<void> {
    await Promise.all([this.#sessions.settled(userIds), this.#directory.settled([theChannel, ...userIds])]);
  }

  settle(pipeline: Pipeline, seqs: readonly number[]): void {
    const ahead = this.#settledAhead.get(pipeline) ?? new Set();
    this.#settledAhead.set(pipeline, ahead);
    settle(this.#channel.sql, pipeline, seqs, ahead);
  }

  /** The alarm: every duty, then the time of the next. Safe to run twice. */
  async run(): Promise<void> {
    this.#sessions.retryFailed();
    this.#directory.retryFailed();
    this.#sessions.add(withNews(this.#channel));
    const seq = this.#channel.seq;
    await Promise.all([this.#sessions.settled(), this.#directory.settled()]);
    const isTold = !this.#sessions.hasFailed && !this.#directory.hasFailed;
    if (isTold) setTold(this.#channel.sql, seq);
    const isPublished = await this.publish();
    this.#failures = isPublished && isTold ? 0 : this.#failures + 1;
    if (this.#failures > 0) this.#alarm.ringBy(Date.now() + this.#retryDelay());
    this.#trim();
  }

  /** Publishes what is in the log; false when a queue did not take it. One at a time: a cursor has one owner. */
  async publish(): Promise<boolean> {
    await this.#publishing;
    this.#publishing = this.#publish();
    return this.#publishing;
  }

  async #publish(): Promise<boolean> {
    const queues = { audit: this.#env.AUDIT_QUEUE };
    let unsettled = false;
    for (const pipeline of pipelines) {
      if (!this.#isDurable && this.#isStuck(pipeline)) rewind(this.#channel.sql, pipeline);
      try {
        await publish(this.#channel, pipeline, queues[pipeline], this.#isDurable);
      } catch (error) {
        console.error({ message: 'publishing failed', pipeline, channel: this.#channel.row.id, error: String(error) });
        return false;
      }
      const after = getCursor(this.#channel.sql, pipeline);
      unsettled ||= after.settled < after.published;
    }
    if (unsettled) this.#alarm.ringBy(Date.now() + settleDeadline);
    return true;
  }

  /** Published long ago, and its consumer has said nothing since: the queue may have lost it. */
  #isStuck(pipeline: Pipeline): boolean {
    const { published, settled } = getCursor(this.#channel.sql, pipeline);
    const before = this.#progress.get(pipeline);
    if (before && before.settled === settled && published > settled) return Date.now() - before.at >= settleDeadline;
    this.#progress.set(pipeline, { settled, at: Date.now() });
    return false;
  }

  #trim(): void {
    const { sql } = this.#channel;
    const settled = Math.min(settledByAll(sql), getTold(sql));
    const oldest = trimLog(sql, settled, Date.now() * 1000 - resumeWindow);
    // Only if a day has passed will the row be due; a row that waits for its pipeline is looked at when that moves.
    if (oldest !== null) this.#alarm.ringBy(Math.max((oldest + resumeWindow) / 1000, Date.now() + 3600_000));
  }

  #tellTouched(touched: Touched): void {
    this.#sessions.add(touched.members);
    if (touched.everybody) this.#sessions.add(allMembers(this.#channel));
    this.#directory.add(touched.members);
    if (touched.everybody) this.#directory.add([theChannel]);
  }

  /** At once, then at most once in a while: under load one look at the flags serves many messages. */
  #tellNews(): void {
    if (this.#newsTimer !== null) {
      this.#newsWaits = true;
      return;
    }
    this.#sessions.add(withNews(this.#channel));
    this.#newsTimer = setTimeout(() => {
      this.#newsTimer = null;
      if (this.#newsWaits) this.#tellNews();
    }, newsDelay);
    this.#newsWaits = false;
  }

  async #tellSession(userId: string): Promise<void> {
    const { row, seq } = this.#channel;
    const session = sessionOf(this.#env, row.workspace, userId);
    const seen = sidebarOf(this.#channel, userId);
    if (!seen) return session.removeChannel(row.id, seq);
    await session.putChannel(seen.entry, seq);
    rememberTold(this.#channel, seen);
  }

  async #copyToDirectory(key: string): Promise<void> {
    const { row, sql } = this.#channel;
    const db = await accessShard(this.#env, row.workspace);
    if (key === theChannel) await copyChannel(db, row);
    else await copyMembership(db, row, key, getMember(sql, key) !== null);
  }

  #retryDelay(): number {
    return Math.min(longestRetry, firstRetry * 2 ** this.#failures);
  }
}
