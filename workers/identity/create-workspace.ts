import { eq } from 'drizzle-orm';
import * as directory from '../../migrations/directory/schema.ts';
import { users, workspaces } from '../../migrations/shard/schema.ts';
import { newId } from '../../shared/ids.ts';
import { emptiestShard, openDirectory, openShard, type ShardDb } from '../../migrations/shards.ts';
import { isUniqueViolation } from '../../migrations/unique-violation.ts';
import { requireAttempt } from './attempts.ts';
import { doCreateGeneral } from './general-channel.ts';
import { candidates, cleanName, domainOf, handleOf } from '../../shared/names.ts';
import { newUserRow, type NewPerson } from './people.ts';
import type { Person } from './sessions.ts';

/**
 * Makes a workspace with the person as its owner and a general channel. The last step, in the directory, is what makes it
 * exist: whatever a crash leaves behind before it holds no name and no address, and nobody can get to it, so the
 * person simply tries again. Refuses with `too_many_attempts`.
 */
export async function doCreateWorkspace(env: Env, name: string, owner: NewPerson, now: number): Promise<Person> {
  const directoryDb = openDirectory(env);
  await requireAttempt(directoryDb, 'workspacesOfAddress', owner.email, now);
  const id = newId('T');
  const created = Math.floor(now / 1000);
  const shard = await emptiestShard(env);
  const db = openShard(env, shard);
  const user = { ...newUserRow(owner, id, 'owner', now), name: handleOf(owner.email) };
  const provisionalDomain = id.toLowerCase();

  // The channel's object looks up its shard, so the place is known before the workspace exists for people.
  await directoryDb.insert(directory.workspaces).values({ id, shard, domain: provisionalDomain, created });
  await db.batch([
    db.insert(workspaces).values({ id, name: cleanName(name) || 'Workspace', domain: provisionalDomain, created }),
    db.insert(users).values(user),
  ]);
  const person = { workspaceId: id, userId: user.id };
  await doCreateGeneral(env, db, person, created);
  for (const domain of candidates(domainOf(name))) if (await didOpen(env, db, person, owner.email, domain)) break;
  return person;
}

/** Opens the workspace under that domain; false when another one has it. */
async function didOpen(env: Env, db: ShardDb, person: Person, email: string, domain: string): Promise<boolean> {
  const { workspaceId: id } = person;
  const { addresses, workspaces: placed } = directory;
  const directoryDb = openDirectory(env);
  await db.update(workspaces).set({ domain }).where(eq(workspaces.id, id));
  try {
    await directoryDb.batch([
      directoryDb.update(placed).set({ domain }).where(eq(placed.id, id)),
      directoryDb.insert(addresses).values({ email, ...person }),
    ]);
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}
