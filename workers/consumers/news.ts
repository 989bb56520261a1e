import { z } from 'zod';
import { breathe } from '../../durable-objects/import/breathe.ts';
import type { PersonsNews, Told } from '../../durable-objects/channel/telling/queued-news.ts';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import { sessionOf } from '../../durable-objects/session/stub.ts';
import { ChannelId, WorkspaceId } from '../../shared/ids.ts';
import { inParallel } from '../../shared/in-parallel.ts';

/** Members of a channel who are to be told what is new in it: a message of the queue, as JSON. */
const Chunk = z.object({ workspace: WorkspaceId, channel: ChannelId, users: z.array(z.string()) });
type Chunk = z.infer<typeof Chunk>;

/** Sessions called at once. */
const maxInFlight = 40;
/** Members whom a channel is asked about at once: each may have some 80 KB of news, and an answer 32 MB. */
const perQuestion = 100;

/**
 * Tells many members' sessions what is new in a channel. What that is, the channel says when it is asked, so that a chunk
 * which comes late, or twice, tells how things stand. Those whose session does not answer are the channel's to tell again.
 */
export async function consumeNews(batch: MessageBatch, env: Env): Promise<void> {
  for (const message of batch.messages) {
    const chunk = readChunk(message.body);
    if (!chunk) console.error(`message ${message.id} of ${batch.queue} is no chunk of members`);
    try {
      if (chunk) await tellChunk(env, chunk);
      message.ack();
    } catch (error) {
      console.error(`${batch.queue}: a chunk of ${chunk?.channel} is tried again later`, error);
      message.retry({ delaySeconds: 2 ** message.attempts });
    }
  }
}

async function tellChunk(env: Env, { workspace, channel, users }: Chunk): Promise<void> {
  const stub = channelOf(env, workspace, channel);
  const told: Told[] = [];
  const heard = new Set<string>();
  const tell = async ({ userId, news, receipt }: PersonsNews) => {
    try {
      const { keywords } = await sessionOf(env, workspace, userId).hear(news);
      told.push({ userId, receipt, keywords: [...keywords] });
      heard.add(userId);
    } catch (error) {
      console.error({ message: 'a session did not hear', channel, error: String(error) });
    }
  };
  for (let at = 0; at < users.length; at += perQuestion) {
    const news = await stub.newsFor(users.slice(at, at + perQuestion));
    await inParallel(news, maxInFlight, async (each) => {
      await tell(each);
      await breathe();
    });
  }
  await stub.toldNews(
    told,
    users.filter((userId) => !heard.has(userId)),
  );
}

function readChunk(body: unknown): Chunk | null {
  if (typeof body !== 'string') return null;
  try {
    return Chunk.parse(JSON.parse(body));
  } catch {
    return null;
  }
}
