import { runInDurableObject } from 'cloudflare:test';
import type { ChannelKind } from '../../shared/channel.ts';
import { AlarmClock } from '../storage/alarm-clock.ts';
import { openChannel, reloadChannel, type Channel, type Stretch } from '../channel/context.ts';
import { readNews } from '../channel/telling/queued-news.ts';
import { doPost, type Draft } from '../channel/messages/post.ts';
import { setTold } from '../channel/telling/told.ts';
import { Upkeep } from '../channel/upkeep.ts';
import { listeningEnv, metered } from './crowd.ts';
import { newChannel } from './workspace.ts';

type Listening = ReturnType<typeof listeningEnv>;

/** A channel's tables with upkeep of its own beside them, and sessions that write down what they hear. */
export type Listened = Listening & {
  channel: Channel;
  upkeep: Upkeep;
  change: Stretch;
  /** What SQL cost since it was asked the last time. */
  spent: ReturnType<typeof metered>['spent'];
  post(userId: string, draft: Draft): number;
  /** Tells what has gone into the queue, or the first chunks of it, as its consumer does; how many chunks that were. */
  consume(most?: number): Promise<number>;
  /** The process dies and comes back: what was in memory is gone, and whatever was under way. */
  restart(): Listened;
};

export async function withListenedChannel(
  workspace: string,
  work: (listened: Listened) => Promise<void>,
  options: {
    kind?: ChannelKind;
    members?: string[];
    prepare?: (sql: SqlStorage) => void;
    listening?: Listening;
    vars?: Partial<Pick<Env, 'QUEUES'>>;
  } = {},
): Promise<void> {
  const { stub } = await newChannel(workspace, undefined, options.kind ?? 'public', options.members);
  await runInDurableObject(stub, async (_object, { storage }) => {
    // The object's own alarm stays out of it.
    await storage.deleteAlarm();
    const quiet = Object.assign(Object.create(storage), { setAlarm: async () => {} });
    storage.sql.exec('UPDATE members SET knows = 0');
    options.prepare?.(storage.sql);
    const created = openChannel(storage.sql, () => Date.now());
    setTold(storage.sql, created?.seq ?? 0);
    const listening = options.listening ?? listeningEnv();
    let generation = 0;
    const open = (): Listened => {
      const own = (generation += 1);
      const getByName = (name: string) =>
        // What died does not go on calling.
        own === generation ? listening.env.SESSION.getByName(name) : { hear: () => new Promise(() => {}) };
      const SESSION = Object.assign(Object.create(listening.env.SESSION), { getByName });
      const { sql, spent } = metered(storage.sql);
      const channel = openChannel(sql, () => Date.now());
      if (!channel) throw new Error('not created');
      let upkeep: Upkeep | null = null;
      const change: Stretch = (stretch) => {
        try {
          return storage.transactionSync(() => stretch(channel));
        } catch (error) {
          reloadChannel(channel);
          throw error;
        } finally {
          if (channel.outbound.splice(0).length > 0) upkeep?.afterEvents();
        }
      };
      upkeep = new Upkeep({ ...listening.env, SESSION, ...options.vars }, channel, new AlarmClock(quiet), change);
      const kept = upkeep;
      return {
        ...listening,
        channel,
        upkeep: kept,
        change,
        spent,
        post(userId, draft) {
          const posted = change((opened) => doPost(opened, { userId, role: 'member' }, draft, () => 0));
          if (!posted.ok) throw new Error(posted.error);
          return Number(posted.ts.replace('.', ''));
        },
        async consume(most = Infinity) {
          const chunks = listening.chunks.splice(0, most);
          for (const { users } of chunks) {
            const told = (await readNews(channel, users)).map(({ userId, news, receipt }) => {
              listening.heard.push({ userId, news });
              return { userId, receipt, keywords: [] };
            });
            await kept.heard(told, []);
          }
          return chunks.length;
        },
        restart: open,
      };
    };
    await work(open());
  });
}
