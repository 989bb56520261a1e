import { microsToTs, tsToMicros } from '../../shared/timestamps.ts';
import type { GeneratedChannel } from './generate-channels.ts';
import { generateMessage, generateReactions, messageKinds, momentAfter, type RawMessage } from './generate-messages.ts';
import type { RawUser } from './generate-people.ts';
import type { Random } from './random.ts';
import type { ChannelTruth } from './truth.ts';

export interface History {
  /** By date; every message in its day. */
  days: Map<string, RawMessage[]>;
  pins: { ts: string; user: string }[];
  truth: ChannelTruth;
}

const firstDay = Date.UTC(2024, 0, 1) / 1000;
const secondsPerDay = 86_400;
const threadedKinds = new Set(['reply', 'broadcast']);

export function dateOfDay(day: number): string {
  return new Date((firstDay + day * secondsPerDay) * 1000).toISOString().slice(0, 10);
}

/** The `ts` of something at a moment of a day, from 0 at its start to 1 at its end. */
export function tsInDay(day: number, moment: number, micros: number): string {
  return microsToTs(Math.floor(firstDay + (day + moment) * secondsPerDay) * 1_000_000 + micros);
}

/** A channel's messages over some days. Replies go to threads of any day before, so most threads span several files. */
export function generateHistory(
  random: Random,
  channel: GeneratedChannel,
  users: ReadonlyMap<string, RawUser>,
  dayCount: number,
  messagesPerDay: number,
): History {
  const days = new Map<string, RawMessage[]>();
  const roots: RawMessage[] = [];
  const history: History = { days, pins: [], truth: emptyTruth(channel) };
  for (let day = 0; day < dayCount; day++) {
    const messages: RawMessage[] = [];
    for (let index = 0; index < messagesPerDay; index++) {
      const ts = tsInDay(day, (index + 0.5) / messagesPerDay, random.below(1_000_000));
      const setting = { random, channel, users, ts };
      const wanted = random.pick(messageKinds);
      const kind = threadedKinds.has(wanted) && roots.length === 0 ? 'text' : wanted;
      const root = threadedKinds.has(kind) ? random.pick(roots) : null;
      const message = generateMessage(kind, setting, root);
      if (random.chance(0.15)) message.reactions = generateReactions(setting);
      if (message.user && kind === 'text' && random.chance(0.1))
        message['edited'] = { user: message.user, ts: momentAfter(ts) };
      if (random.chance(0.02)) pin(history, channel, message);
      if (root) addReply(root, message);
      if (kind === 'text' || kind === 'bot') roots.push(message);
      messages.push(message);
      record(history.truth, kind, message);
    }
    if (messages.length > 0) days.set(dateOfDay(day), messages);
  }
  return history;
}

export function emptyTruth(channel: GeneratedChannel): ChannelTruth {
  return {
    ...channel,
    isUnlisted: false,
    pins: [],
    messages: [],
    threads: {},
    reactions: {},
    edited: [],
    broadcasts: [],
    tombstonedFiles: [],
  };
}

/** Notes what has to come out of the message. */
export function record(truth: ChannelTruth, kind: string, message: RawMessage): void {
  const { ts, thread_ts: root, reactions } = message;
  truth.messages.push(ts);
  if (root !== undefined && root !== ts) (truth.threads[root] ??= []).push(ts);
  if (reactions) truth.reactions[ts] = Object.fromEntries(reactions.map(({ name, users }) => [name, users]));
  if (message['edited']) truth.edited.push(ts);
  if (kind === 'broadcast') truth.broadcasts.push(ts);
  if (kind === 'tombstoned-file') truth.tombstonedFiles.push(ts);
}

function pin({ pins, truth }: History, channel: GeneratedChannel, message: RawMessage): void {
  const user = channel.members[0] ?? '';
  message['pinned_to'] = [channel.id];
  message['pinned_info'] = { channel: channel.id, pinned_by: user, pinned_ts: Math.floor(Number(message.ts)) + 1 };
  pins.push({ ts: message.ts, user });
  truth.pins.push(message.ts);
}

/** The root's summary, as Slack writes it. */
function addReply(root: RawMessage, reply: RawMessage): void {
  const replies = [...(root.replies ?? []), { user: reply.user ?? '', ts: reply.ts }];
  replies.sort((a, b) => tsToMicros(a.ts) - tsToMicros(b.ts));
  const repliers = [...new Set(replies.map(({ user }) => user))];
  Object.assign(root, {
    thread_ts: root.ts,
    replies,
    reply_count: replies.length,
    reply_users: repliers,
    reply_users_count: repliers.length,
    latest_reply: reply.ts,
    subscribed: false,
    is_locked: false,
  });
}
