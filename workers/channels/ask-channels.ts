import type { ChannelRpc } from '../../durable-objects/channel/channel-rpc.ts';
import type { Viewer } from '../../durable-objects/channel/context.ts';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import { viewerOf } from '../../durable-objects/channel/viewer.ts';
import { inTime } from '../../durable-objects/storage/in-time.ts';
import { AppError, type Outcome } from '../../shared/errors.ts';
import { inParallel } from '../../shared/in-parallel.ts';
import type { Message } from '../../shared/message.ts';
import { tsToMicros } from '../../shared/timestamps.ts';
import type { MethodContext } from '../api/method.ts';

/** Channels that are asked at once; a runtime's request may have some fifty calls open. */
const maxInFlight = 20;
/** Messages asked for at once: each may be some 200 KB, and the channel has other things to remember. */
const perQuestion = 25;

type Asker = Pick<MethodContext, 'env' | 'caller'>;

/**
 * What channels answered, by channel; a refusal is no answer. `unreachable`: those that failed or took too long, of which
 * nothing is known: what they have is neither gone nor hidden.
 */
export type Answers<Answer> = { answers: ReadonlyMap<string, Answer>; unreachable: ReadonlySet<string> };

/**
 * Asks each channel that is named, once, about everything that names it. What is known of a channel outside of it may be
 * old, so the channel decides again: the answer of one that refuses is absent. One that cannot be reached costs only its
 * own answer.
 */
export async function askChannels<Entry extends { channel: string }, Answer extends object>(
  { env, caller }: Asker,
  entries: readonly Entry[],
  ask: (channel: ChannelRpc, viewer: Viewer, entries: readonly Entry[]) => Promise<Outcome<Answer>>,
): Promise<Answers<Answer>> {
  const viewer = viewerOf(caller);
  const byChannel = [...Map.groupBy(entries, ({ channel }) => channel)];
  const answers = new Map<string, Answer>();
  const unreachable = new Set<string>();
  await inParallel(byChannel, maxInFlight, async ([channel, about]) => {
    try {
      const outcome = await inTime(ask(channelOf(env, caller.workspaceId, channel), viewer, about));
      if (outcome.ok) answers.set(channel, outcome);
    } catch (error) {
      console.error({ message: 'a channel did not answer', channel, error: String(error) });
      unreachable.add(channel);
    }
  });
  return { answers, unreachable };
}

/** Asks each channel for something that has to be done in all of them. Refuses, once the others have done it. */
export async function tellChannels<Entry extends { channel: string }>(
  asker: Asker,
  entries: readonly Entry[],
  tell: (channel: ChannelRpc, viewer: Viewer, entries: readonly Entry[]) => Promise<Outcome<object>>,
): Promise<void> {
  const { unreachable } = await askChannels(asker, entries, tell);
  if (unreachable.size > 0) throw new AppError('service_unavailable');
}

/** Messages by their places; null for one that is gone, or hidden from the caller, or in a channel that is unreachable. */
export type FoundMessages = {
  messageAt(channel: string, ts: string): Message | null;
  unreachable: ReadonlySet<string>;
};

/** The messages at these places. */
export async function fetchMessages(
  asker: Asker,
  places: readonly { channel: string; ts: string }[],
): Promise<FoundMessages> {
  const { answers, unreachable } = await askChannels(asker, places, async (channel, viewer, about) => {
    const messages: Message[] = [];
    for (let at = 0; at < about.length; at += perQuestion) {
      let some = about.slice(at, at + perQuestion).map(({ ts }) => ts);
      while (some.length > 0) {
        const answer = await channel.messagesAt(viewer, some);
        if (!answer.ok) return answer;
        messages.push(...answer.messages);
        some = answer.left;
      }
    }
    return { ok: true, messages };
  });
  const messages = new Map(
    [...answers].flatMap(([channel, answer]) =>
      answer.messages.map((message) => [`${channel} ${tsToMicros(message.ts)}`, message] as const),
    ),
  );
  return { messageAt: (channel, ts) => messages.get(`${channel} ${tsToMicros(ts)}`) ?? null, unreachable };
}
