import type { ErrorCode } from '../../shared/errors.ts';
import type { ChannelServerFrame, SendFrame } from '../../shared/protocol/channel-socket.ts';
import { maxFrameBytes, maxFramesAtOnce } from '../../shared/protocol/sockets.ts';
import type { MessageBlocks, PendingMessage } from '../channel/channel-state.ts';
import type { Clock } from '../clock.ts';
import { newMessageId } from './message-id.ts';
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
  /** All of them in one text, to be taken in their order. */
  send(frames: readonly SendFrame[]): void;
  /** The other side took messages and says nothing: the connection is of no use. */
  giveUp(): void;
}

/**
 * The unsent messages of a workspace. Each leaves the queue when the server is known to have it, or when its author drops
 * it after a refusal; until then it is sent again over every new connection, under the same id, by which the server
 * knows a repeat. What is written while messages of a channel are unanswered goes together when they have been answered: so
 * a refusal for want of patience (`ratelimited`) lets no later one overtake, and the server writes many at once.
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
  /** What is on its way in the channel was not understood, or some of it. */
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
    entries.inChannel(channel).filter((entry) => entry.pending.status === status);

  /** Something changed: says so, and sends what waits in the channel, if it can be sent and nothing is unanswered. */
  function proceed(channel: string) {
    const lane = lanes.get(channel);
    const isFree = isLoaded && lane && !lane.isPaused && withStatus(channel, 'sending').length === 0;
    if (isFree) sendNext(channel, lane);
    onChange(channel);
  }

  function sendNext(channel: string, lane: Lane) {
    const next = withStatus(channel, 'queued');
    const [first] = next;
    if (first === undefined) return;
    const frames = toFrames(next.map(({ pending }) => pending));
    // An oversized frame would be refused without a word about which it was.
    if (frames.length === 0) return fail(first, 'msg_too_long');
    for (const entry of next.slice(0, frames.length)) entries.change(entry, { status: 'sending' });
    awaitAnswer(lane);
    lane.outlet.send(frames);
  }

  function awaitAnswer(lane: Lane) {
    lane.cancelTimer();
    lane.cancelTimer = clock.after(answerTimeout, () => lane.outlet.giveUp());
  }

  function fail(entry: QueueEntry, error: ErrorCode) {
    entries.change(entry, { status: 'failed', error }, { isKept: true });
    answered(entry);
  }

  function pause(entry: QueueEntry, milliseconds: number) {
    const lane = lanes.get(entry.channel);
    entries.change(entry, { status: 'queued' });
    if (lane) {
      lane.isPaused = true;
      lane.cancelTimer();
      lane.cancelTimer = clock.after(milliseconds, () => {
        lane.isPaused = false;
        answered(entry);
      });
    }
    onChange(entry.channel);
  }

  /** One that was on its way, or had failed, is so no more. */
  function answered({ channel, pending }: QueueEntry) {
    const lane = lanes.get(channel);
    if (lane && !lane.isPaused && pending.status === 'sending') {
      if (withStatus(channel, 'sending').length > 0) awaitAnswer(lane);
      else lane.cancelTimer();
    }
    proceed(channel);
  }

  return {
    async load() {
      await entries.load();
      isLoaded = true;
      for (const channel of entries.channels()) proceed(channel);
    },
    enqueue(channel, draft) {
      if (entries.size >= capacity) throw new QueueFullError();
      const id = newMessageId(clock.now());
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
      for (const sent of withStatus(channel, 'sending')) entries.change(sent, { status: 'queued' });
      onChange(channel);
    },
    settle(id) {
      const entry = entries.find(id);
      if (entry === undefined) return;
      entries.drop(entry);
      answered(entry);
    },
    refuse({ client_msg_id: id, error, retry_after: seconds = 1 }) {
      const entry = entries.find(id);
      if (entry?.pending.status !== 'sending') return;
      if (error === 'ratelimited') pause(entry, seconds * 1000);
      else fail(entry, error);
    },
    refuseSent(channel, error) {
      for (const sent of withStatus(channel, 'sending')) fail(sent, error);
    },
    refuseAll(channel, error) {
      for (const entry of entries.inChannel(channel)) if (entry.pending.status !== 'failed') fail(entry, error);
    },
  };
}

/** As many of these, from the first on, as one text takes; none when the first is too large for any. */
function toFrames(messages: readonly PendingMessage[]): SendFrame[] {
  const frames: SendFrame[] = [];
  // The brackets around the list; each frame has a comma.
  let length = 2;
  for (const message of messages.slice(0, maxFramesAtOnce)) {
    const frame = toFrame(message);
    length += new TextEncoder().encode(JSON.stringify(frame)).length + 1;
    if (length > maxFrameBytes) break;
    frames.push(frame);
  }
  return frames;
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
