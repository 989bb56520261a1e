import { env } from 'cloudflare:workers';
import type { ChannelNews } from '../session/session-rpc.ts';

/** Puts so many members into a channel's table, caught up and told: U0000000, U0000001, … */
export function addCrowd(sql: SqlStorage, size: number): void {
  sql.exec(
    `WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < ? - 1)
     INSERT INTO members (user_id, joined, last_read, knows)
     SELECT printf('U%07d', n), 1, coalesce((SELECT max(id) FROM messages), 0), 0 FROM numbers`,
    size,
  );
}

/** What SQL cost, statement by statement: rows read and written. */
export function metered(sql: SqlStorage): { sql: SqlStorage; spent(): { read: number; written: number } } {
  let cursors: { rowsRead: number; rowsWritten: number }[] = [];
  const exec: SqlStorage['exec'] = (query, ...bindings) => {
    const cursor = sql.exec<Record<string, SqlStorageValue>>(query, ...bindings);
    cursors.push(cursor);
    // The type argument is the caller's to give; the cursor is the same.
    return cursor as ReturnType<typeof sql.exec<never>>;
  };
  return {
    sql: Object.assign(Object.create(sql), { exec }),
    spent() {
      const read = cursors.reduce((sum, { rowsRead }) => sum + rowsRead, 0);
      const written = cursors.reduce((sum, { rowsWritten }) => sum + rowsWritten, 0);
      cursors = [];
      return { read, written };
    },
  };
}

type Heard = { userId: string; news: ChannelNews };

/**
 * An environment whose sessions write down what they hear, and whose queue of marks keeps what it is given. `answer` runs
 * when a session hears, and may throw; what it throws is a call that failed after it was heard.
 */
export function listeningEnv(answer: (heard: Heard) => Promise<void> | void = () => {}) {
  const heard: Heard[] = [];
  const chunks: { workspace: string; channel: string; users: string[] }[] = [];
  /** The words that each person's session answers with. */
  const keywords = new Map<string, string[]>();
  let isBroken = false;
  const getByName = (name: string) => ({
    async hear(news: ChannelNews) {
      const userId = name.slice(name.indexOf(':') + 1);
      heard.push({ userId, news });
      await answer({ userId, news });
      return { keywords: keywords.get(userId) ?? [] };
    },
  });
  const queue = Object.assign(Object.create(env.NEWS_QUEUE), {
    async send(body: string) {
      if (isBroken) throw new Error('the queue is full');
      chunks.push(JSON.parse(body));
    },
  });
  const listening: Env = {
    ...env,
    SESSION: Object.assign(Object.create(env.SESSION), { getByName }),
    NEWS_QUEUE: queue,
  };
  return {
    env: listening,
    heard,
    keywords,
    chunks,
    breakQueue: (broken: boolean) => (isBroken = broken),
    /** What that person's session heard last. */
    last: (userId: string) => heard.findLast((each) => each.userId === userId)?.news,
    callsTo: (userId: string) => heard.filter((each) => each.userId === userId).length,
  };
}
