import { isDirect } from '../../shared/channel.ts';
import { breathe } from '../import/breathe.ts';
import { sessionOf } from '../session/stub.ts';
import { accessShard } from '../../migrations/shards.ts';
import { inTime } from '../storage/in-time.ts';
import { getMember } from './access.ts';
import type { AlarmClock } from '../storage/alarm-clock.ts';
import { callGroups } from './unread/call-groups.ts';
import { memberCount, type Channel, type Stretch } from './context.ts';
import { Courier } from './telling/courier.ts';
import { copyChannel, copyMembership } from './members/directory-copy.ts';
import { isTrimDue, trimLog } from './log/log.ts';
import { getCursor, pipelines, publish, rewind, settle, settledByAll, type Pipeline } from './log/outbox.ts';
import { allMembers } from './members/sidebar.ts';
import { setKeywords } from './unread/keywords.ts';
import { rememberChunk, type Told } from './telling/queued-news.ts';
import { newsOf, rememberTold } from './telling/news.ts';
import { beginRound } from './telling/round.ts';
import { Telling } from './telling/telling.ts';
import { fewPeople, flagMember } from './unread/to-tell.ts';
import { getTold, setTold } from './telling/told.ts';
import { clearTouched, touchedSince, type Touched } from './telling/touched.ts';

/** How long events gather before they are published, and how long a failed duty waits at first and at most. ms. */
const publishDelay = 500;
const firstRetry = 1_000;
const longestRetry = 300_000;
/** Where queues live in memory: how long published events may stay unsettled before they are published again. ms. */
const settleDeadline = 30_000;
/** How long marks may be on their way through the queue before they go again. ms. */
const marksDeadline = 600_000;
/** How far back a client may resume. Microseconds. */
const resumeWindow = 24 * 3600 * 1_000_000;

/** How many events that are not for a pipeline its cursor may lie behind. */
const cursorLag = 50;

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
  readonly #change: Stretch;
  readonly #telling: Telling;
  readonly #sessions: Courier;
  readonly #directory: Courier;
  readonly #isDurable: boolean;
  readonly #settledAhead = new Map<Pipeline, Set<number>>();
  /** Where each pipeline's settling stood when it last moved. */
  readonly #progress = new Map<Pipeline, { settled: number; at: number }>();
  /** Whether what a queue in memory may have lost with the process has been looked at. */
  #isLossKnown: boolean;
  #failures = 0;
  #publishing: Promise<boolean> = Promise.resolve(true);

  constructor(env: Env, channel: Channel, alarm: AlarmClock, change: Stretch) {
    this.#env = env;
    this.#channel = channel;
    this.#alarm = alarm;
    this.#change = change;
    this.#isDurable = env.QUEUES !== 'memory';
    const retryLater = () => alarm.ringBy(Date.now() + this.#retryDelay());
    this.#sessions = new Courier({ tell: (userId) => this.#tellSession(userId), retryLater });
    this.#directory = new Courier({ tell: (key) => this.#copyToDirectory(key), retryLater });
    this.#telling = new Telling({
      channel,
      sessions: this.#sessions,
      enqueue: (userIds) => this.#enqueue(userIds),
      breathe,
      retryLater,
    });
    this.#isLossKnown = this.#isDurable;
    // What a crash left untold, and what a queue in memory may have lost with the process.
    this.#tellTouched(touchedSince(channel.sql, getTold(channel.sql), isDirect(channel.row.kind)));
    if (!this.#isDurable) for (const pipeline of pipelines) rewind(channel.sql, pipeline);
  }

  /** In the stretch that appended events, after they were handed to the sockets. */
  afterEvents(): void {
    const { touched } = this.#channel;
    this.#tellTouched(touched);
    if (touched.groups) void this.#callGroups();
    clearTouched(touched);
    this.#telling.look();
    this.#alarm.ringBy(Date.now() + publishDelay);
  }

  /** In the stretch that changed what somebody has read, or which threads they follow. */
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
    settle(this.#channel.sql, pipeline, seqs, this.#aheadOf(pipeline));
  }

  #aheadOf(pipeline: Pipeline): Set<number> {
    const ahead = this.#settledAhead.get(pipeline) ?? new Set();
    this.#settledAhead.set(pipeline, ahead);
    return ahead;
  }

  /** The alarm: every duty, then the time of the next. Safe to run twice. */
  async run(): Promise<void> {
    this.#sessions.retryFailed();
    this.#directory.retryFailed();
    await this.#takeBackLost();
    const hasCalled = await this.#callGroups();
    await this.#telling.lookAtAll();
    const seq = this.#channel.seq;
    // Publishing waits for nobody's session.
    const [isPublished] = await Promise.all([this.publish(), this.#sessions.settled(), this.#directory.settled()]);
    const isTold = this.#rememberFailed() && !this.#directory.hasFailed;
    if (isTold) setTold(this.#channel.sql, seq);
    const isDone = isPublished && isTold && hasCalled && !this.#sessions.hasFailed && !this.#telling.hasFailed;
    this.#failures = isDone ? 0 : this.#failures + 1;
    if (this.#failures > 0) this.#alarm.ringBy(Date.now() + this.#retryDelay());
    this.#trim();
  }

  /**
   * Members whose sessions could not be told are marked so in their rows, and need the log no more: one session that
   * never answers must not keep it from being trimmed. False when somebody is left who has no row, having left.
   */
  #rememberFailed(): boolean {
    const { sql } = this.#channel;
    const failed = [...this.#sessions.failed];
    for (const userId of failed) flagMember(sql, userId);
    return failed.every((userId) => getMember(sql, userId) !== null);
  }

  /** Publishes what is in the log; false when a queue did not take it. One at a time: a cursor has one owner. */
  async publish(): Promise<boolean> {
    await this.#publishing;
    this.#publishing = this.#publish();
    return this.#publishing;
  }

  async #publish(): Promise<boolean> {
    const queues = { audit: this.#env.AUDIT_QUEUE, unfurl: this.#env.UNFURL_QUEUE };
    // What keeps rows from being trimmed has to be over with them, when they are due.
    const lag = isTrimDue(this.#channel.sql, oldestResume()) ? 1 : cursorLag;
    let unsettled = false;
    for (const pipeline of pipelines) {
      if (!this.#isDurable && this.#isStuck(pipeline)) rewind(this.#channel.sql, pipeline);
      try {
        const settling = this.#isDurable ? 'durable' : this.#aheadOf(pipeline);
        await publish(this.#channel, pipeline, queues[pipeline], { settling, lag });
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
    const oldest = trimLog(sql, settled, oldestResume());
    // Only if a day has passed will the row be due; a row that waits for its pipeline is looked at when that moves.
    if (oldest !== null) this.#alarm.ringBy(Math.max((oldest + resumeWindow) / 1000, Date.now() + 3600_000));
  }

  #tellTouched(touched: Touched): void {
    this.#sessions.add(touched.members);
    if (touched.said) this.#sessions.add(allMembers(this.#channel.sql));
    if (touched.everybody) this.#tellEverybody();
    this.#directory.add(touched.members);
    if (touched.everybody) this.#directory.add([theChannel]);
  }

  #tellEverybody(): void {
    if (memberCount(this.#channel) > fewPeople) beginRound(this.#channel, { forced: true });
    else this.#sessions.add(allMembers(this.#channel.sql));
  }

  /** Calls the people of the groups that are called; false when the directory could not be asked, and is to be again. */
  async #callGroups(): Promise<boolean> {
    const openShard = (workspaceId: string) => accessShard(this.#env, workspaceId);
    try {
      if (await callGroups(this.#change, openShard, this.#channel)) this.#telling.look();
      return true;
    } catch (error) {
      console.error({ message: 'groups were not called', channel: this.#channel.row.id, error: String(error) });
      this.#alarm.ringBy(Date.now() + this.#retryDelay());
      return false;
    }
  }

  async #tellSession(userId: string): Promise<void> {
    const { news, receipt } = newsOf(this.#channel, userId);
    const { keywords } = await inTime(sessionOf(this.#env, this.#channel.row.workspace, userId).hear(news));
    setKeywords(this.#channel, userId, keywords);
    if (rememberTold(this.#channel, userId, receipt, 'call')) this.#sessions.add([userId]);
  }

  async #enqueue(userIds: readonly string[]): Promise<void> {
    this.#alarm.ringBy(Date.now() + marksDeadline);
    const { workspace, id: channel } = this.#channel.row;
    await this.#env.NEWS_QUEUE.send(JSON.stringify({ workspace, channel, users: userIds }), { contentType: 'text' });
  }

  /** What went through the queue was told, or was not to be. */
  async heard(told: readonly Told[], failed: readonly string[]): Promise<void> {
    await rememberChunk(this.#channel, told, failed);
    this.#telling.look();
  }

  async #takeBackLost(): Promise<void> {
    const next = await this.#telling.takeBackLost(this.#isLossKnown ? marksDeadline : 0);
    this.#isLossKnown = true;
    if (next !== null) this.#alarm.ringBy(Math.max(next, Date.now() + firstRetry));
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

/** Events older than this are no client's to resume. Microseconds. */
function oldestResume(): number {
  return Date.now() * 1000 - resumeWindow;
}
