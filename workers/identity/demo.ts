import { and, eq, like } from 'drizzle-orm';
import { addresses } from '../../migrations/directory/schema.ts';
import { users } from '../../migrations/shard/schema.ts';
import { AppError } from '../../shared/errors.ts';
import { accessShard, openDirectory } from '../../migrations/shards.ts';
import { isLocalHost, isLoopback } from './origin.ts';
import type { Person } from './sessions.ts';

/**
 * The people of the demo have addresses in a domain that nobody can have (RFC 2606), so that the short way in, without a
 * code, leads to no real person even on a server that has both.
 */
export const demoAddressEnd = '@demo.example';
const maxListed = 12;

/** Who may be signed in as without a code. */
export async function listDemoPeople(env: Env, request: Request): Promise<{ email: string; name: string }[]> {
  if (!isDemo(env, request)) return [];
  const rows = await openDirectory(env)
    .select()
    .from(addresses)
    .where(like(addresses.email, `%${demoAddressEnd}`))
    .orderBy(addresses.email)
    .limit(maxListed);
  return Promise.all(rows.map(async ({ email, ...person }) => ({ email, name: await accessRealName(env, person) })));
}

async function accessRealName(env: Env, { workspaceId, userId }: Person): Promise<string> {
  const db = await accessShard(env, workspaceId);
  const [user] = await db
    .select({ profile: users.profile })
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), eq(users.id, userId)));
  if (!user) throw new AppError('user_not_found');
  return user.profile.real_name;
}

/** Refuses with `no_permission` where there is no demo, or for somebody who is not at the machine. */
export function requireDemo(env: Env, request: Request): void {
  if (!isDemo(env, request)) throw new AppError('no_permission');
}

/** The demo's person of that address; refuses as `requireDemo` does, or with `user_not_found`. */
export async function accessDemoPerson(env: Env, request: Request, email: string): Promise<Person> {
  requireDemo(env, request);
  if (!email.endsWith(demoAddressEnd)) throw new AppError('user_not_found');
  const [person] = await openDirectory(env).select().from(addresses).where(eq(addresses.email, email));
  if (!person) throw new AppError('user_not_found');
  return { workspaceId: person.workspaceId, userId: person.userId };
}

/** Only for who sits at the machine: by the connection, and by the name in the browser, which another site cannot have. */
function isDemo(env: Env, request: Request): boolean {
  return env.DEMO === '1' && isLoopback(request) && isLocalHost(new URL(request.url));
}
