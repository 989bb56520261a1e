import type { ChannelRpc } from '../../durable-objects/channel/channel-rpc.ts';
import type { Viewer } from '../../durable-objects/channel/context.ts';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import { viewerOf } from '../../durable-objects/channel/viewer.ts';
import type { Outcome } from '../../shared/errors.ts';
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
 * Asks each channel that is named, once, about everything that names it. What is known of a channel outside of it may be
 * old, so the channel decides again: the answer of one that refuses is absent.
 */
export async function askChannels<Entry extends { channel: string }, Answer extends object>(
  { env, caller }: Asker,
  entries: readonly Entry[],
  ask: (channel: ChannelRpc, viewer: Viewer, entries: readonly Entry[]) => Promise<Outcome<Answer>>,
): Promise<ReadonlyMap<string, Answer>> {
  const viewer = viewerOf(caller);
  const byChannel = [...Map.groupBy(entries, ({ channel }) => channel)];
  const answers = await inParallel(byChannel, maxInFlight, async ([channel, about]) => {
    const outcome = await ask(channelOf(env, caller.workspaceId, channel), viewer, about);
    return outcome.ok ? [[channel, outcome] as const] : [];
  });
  return new Map(answers.flat());
}

/** The messages at these places. The function that it resolves to gives null for one that is gone, or hidden from the caller. */
export async function fetchMessages(
  asker: Asker,
  places: readonly { channel: string; ts: string }[],
): Promise<(channel: string, ts: string) => Message | null> {
  const answers = await askChannels(asker, places, async (channel, viewer, about) => {
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
  return (channel, ts) => messages.get(`${channel} ${tsToMicros(ts)}`) ?? null;
}
