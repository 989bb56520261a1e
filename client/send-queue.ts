import type { ErrorCode } from '../shared/errors.ts';
import type { ChannelServerFrame, SendFrame } from '../shared/protocol/channel-socket.ts';
import { maxFrameBytes } from '../shared/protocol/sockets.ts';
import type { MessageBlocks, PendingMessage } from './channel-state.ts';
import type { Clock } from './clock.ts';
import { createQueueEntries, type QueueEntry } from './queue-entries.ts';
import type { QueueStorage } from './queue-storage.ts';

/** The queue holds as many messages as it takes; nothing of the new one was kept. */
export class QueueFullError extends Error {
  constructor() {
    super('too many unsent messages');
    this.name = 'QueueFullError';
  }
}

export interface Draft {
  text: string;
  blocks?: MessageBlocks;
  threadTs?: string;
  isBroadcast?: boolean;
}

/** How the messages of one channel leave. */
export interface Outlet {
  send(frame: SendFrame): void;
  /** The other side took a message and says nothing: the connection is of no use. */
  giveUp(): void;
}

/**
 * The unsent messages of a workspace. Each leaves the queue when the server is known to have it, or when its author drops
 * it after a refusal; until then it is sent again over every new connection, under the same id, by which the server
 * knows a repeat. Of one channel one message is on its way at a time, so that a refusal for want of patience
 * (`ratelimited`) cannot let a later one overtake.
 */
export interface SendQueue {
  /** Brings back what was stored. Until then nothing is sent. */
  load(): Promise<void>;
  /** Takes a message; its id. Throws QueueFullError. */
  enqueue(channel: string, draft: Draft): string;
  retry(id: string): void;
  /** Drops a failed message and gives it back; null when there is no such one. */
  discard(id: string): PendingMessage | null;
  pending(channel: string): readonly PendingMessage[];
  /** Whether any wait that may still go out. */
  isWaiting(channel: string): boolean;
  /** The channel takes messages from now on, until `detach`. */
  attach(channel: string, outlet: Outlet): void;
  detach(channel: string): void;
  /** The server has it: its event came, or an acknowledgement. */
  settle(id: string): void;
  refuse(refusal: Pick<Refusal, 'client_msg_id' | 'error' | 'retry_after'>): void;
  /** What is on its way in the channel was not understood. */
  refuseSent(channel: string, error: ErrorCode): void;
  /** The channel takes no more messages of ours. */
  refuseAll(channel: string, error: ErrorCode): void;
}
type Refusal = Extract<ChannelServerFrame, { type: 'refused' }>;

export interface SendQueueOptions {
  storage: QueueStorage;
  clock: Clock;
  /** The channel's pending messages are others now. */
  onChange: (channel: string) => void;
  /** How many messages it holds, failed ones included. */
  capacity?: number;
}

interface Lane {
  readonly outlet: Outlet;
  /** A rate limit is being waited for. */
  isPaused: boolean;
  /** The end of that, or of the wait for an answer. */
  cancelTimer: () => void;
}

/** For an answer to a message, before the connection is taken for dead. Milliseconds. */
const answerTimeout = 15_000;

export function createSendQueue({ storage, clock, onChange, capacity = 200 }: SendQueueOptions): SendQueue {
  const entries = createQueueEntries(storage, clock.now, (entry) => onChange(entry.channel));
  const lanes = new Map<string, Lane>();
  let isLoaded = false;

  const withStatus = (channel: string, status: PendingMessage['status']) =>
    entries.inChannel(channel).find((entry) => entry.pending.status === status);

  /** Something changed: says so, and sends the channel's next message if it can be and none is on its way. */
  function proceed(channel: string) {
    const lane = lanes.get(channel);
    const next = withStatus(channel, 'queued');
    const isFree = isLoaded && lane && !lane.isPaused && withStatus(channel, 'sending') === undefined;
    if (isFree && next !== undefined) send(next, lane);
    onChange(channel);
  }

  function send(entry: QueueEntry, lane: Lane) {
    const frame = toFrame(entry.pending);
    // An oversized frame would be refused without a word about which it was.
    if (new TextEncoder().encode(JSON.stringify(frame)).length > maxFrameBytes) return fail(entry, 'msg_too_long');
    entries.change(entry, { status: 'sending' });
    lane.cancelTimer = clock.after(answerTimeout, () => lane.outlet.giveUp());
    lane.outlet.send(frame);
  }

  function fail(entry: QueueEntry, error: ErrorCode) {
    stopWaiting(entry);
    entries.change(entry, { status: 'failed', error }, { isKept: true });
    proceed(entry.channel);
  }

  function pause(entry: QueueEntry, milliseconds: number) {
    const lane = lanes.get(entry.channel);
    stopWaiting(entry);
    entries.change(entry, { status: 'queued' });
    if (lane) {
      lane.isPaused = true;
      lane.cancelTimer = clock.after(milliseconds, () => {
        lane.isPaused = false;
        proceed(entry.channel);
      });
    }
    onChange(entry.channel);
  }

  function stopWaiting(entry: QueueEntry) {
    if (entry.pending.status === 'sending') lanes.get(entry.channel)?.cancelTimer();
  }

  return {
    async load() {
      await entries.load();
      isLoaded = true;
      for (const channel of entries.channels()) proceed(channel);
    },
    enqueue(channel, draft) {
      if (entries.size >= capacity) throw new QueueFullError();
      const id = crypto.randomUUID();
      entries.append(channel, { ...draft, id, createdAt: clock.now(), status: 'queued', isSaved: true });
      proceed(channel);
      return id;
    },
    retry(id) {
      const entry = entries.find(id);
      if (entry?.pending.status !== 'failed') return;
      entries.append(entry.channel, { ...entry.pending, status: 'queued', error: undefined });
      proceed(entry.channel);
    },
    discard(id) {
      const entry = entries.find(id);
      if (entry?.pending.status !== 'failed') return null;
      entries.drop(entry);
      onChange(entry.channel);
      return entry.pending;
    },
    pending: (channel) => entries.inChannel(channel).map((entry) => entry.pending),
    isWaiting: (channel) => entries.inChannel(channel).some((entry) => entry.pending.status !== 'failed'),
    attach(channel, outlet) {
      lanes.set(channel, { outlet, isPaused: false, cancelTimer: () => {} });
      proceed(channel);
    },
    detach(channel) {
      lanes.get(channel)?.cancelTimer();
      lanes.delete(channel);
      const sent = withStatus(channel, 'sending');
      if (sent) entries.change(sent, { status: 'queued' });
      onChange(channel);
    },
    settle(id) {
      const entry = entries.find(id);
      if (entry === undefined) return;
      stopWaiting(entry);
      entries.drop(entry);
      proceed(entry.channel);
    },
    refuse({ client_msg_id: id, error, retry_after: seconds = 1 }) {
      const entry = entries.find(id);
      if (entry?.pending.status !== 'sending') return;
      if (error === 'ratelimited') pause(entry, seconds * 1000);
      else fail(entry, error);
    },
    refuseSent(channel, error) {
      const sent = withStatus(channel, 'sending');
      if (sent) fail(sent, error);
    },
    refuseAll(channel, error) {
      for (const entry of entries.inChannel(channel)) if (entry.pending.status !== 'failed') fail(entry, error);
    },
  };
}

function toFrame({ id, text, blocks, threadTs, isBroadcast }: PendingMessage): SendFrame {
  return {
    type: 'send',
    client_msg_id: id,
    text,
    ...(blocks !== undefined && { blocks }),
    ...(threadTs !== undefined && { thread_ts: threadTs }),
    ...(isBroadcast === true && { reply_broadcast: true }),
  };
}
