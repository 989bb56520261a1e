import { channelOf } from '../durable-objects/channel/stub.ts';
import { sessionOf } from '../durable-objects/session/stub.ts';
import { shardNames } from '../migrations/shards.ts';

/** Milliseconds that a part has to answer in. */
const patience = 5_000;

export type Health = { ok: boolean; version: string; mode: string; bindings: Record<string, 'ok' | 'failed'> };

/** Asks each part of the deployment whether it is there. */
export async function checkHealth(env: Env): Promise<Health> {
  const checks: Record<string, () => Promise<unknown>> = {
    // A database that was never migrated has no such table, and fails too.
    DIRECTORY: () => env.DIRECTORY.prepare('SELECT 1 FROM workspaces LIMIT 1').all(),
    SEARCH: () => env.SEARCH.prepare('SELECT 1 FROM metadata LIMIT 1').all(),
    FILES: () => env.FILES.head('health'),
    AUDIT_QUEUE: () => env.AUDIT_QUEUE.metrics(),
    // Whatever they say of a channel that does not exist, and of no devices, they say it.
    CHANNEL: () => channelOf(env, 'health', 'health').info({ userId: 'health', role: 'member' }),
    SESSION: () => sessionOf(env, 'health', 'health').signOut([]),
  };
  for (const name of shardNames(env)) checks[name] = () => env[name].prepare('SELECT 1 FROM workspaces LIMIT 1').all();

  const names = Object.keys(checks);
  const answers = await Promise.all(Object.values(checks).map(didAnswer));
  return {
    ok: answers.every(Boolean),
    version: env.VERSION,
    mode: env.MODE,
    bindings: Object.fromEntries(names.map((name, index) => [name, answers[index] ? 'ok' : 'failed'])),
  };
}

async function didAnswer(check: () => Promise<unknown>): Promise<boolean> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('no answer in time')), patience);
  try {
    await Promise.race([check(), tooLate]);
    return true;
  } catch (error) {
    console.error('health check failed', error);
    return false;
  } finally {
    clearTimeout(timer);
  }
}
