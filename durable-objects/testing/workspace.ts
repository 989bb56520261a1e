import { env } from 'cloudflare:workers';
import { channels, users, workspaces } from '../../migrations/shard/schema.ts';
import * as directory from '../../migrations/directory/schema.ts';
import { openDirectory, openShard } from '../../migrations/shards.ts';
import { unsetText, type ChannelKind } from '../../shared/channel.ts';
import type { Viewer } from '../channel/context.ts';
import { channelOf } from '../channel/stub.ts';

export const ann: Viewer = { userId: 'UANN', role: 'owner' };
export const bob: Viewer = { userId: 'UBOB', role: 'member' };
export const cat: Viewer = { userId: 'UCAT', role: 'member' };

let count = 0;

/** A workspace with Ann, Bob and Cat, in the directory and on the first shard. */
export async function newWorkspace(): Promise<string> {
  const id = `T0TEST${(count += 1)}`;
  const shard = openShard(env, 'SHARD_1');
  await openDirectory(env)
    .insert(directory.workspaces)
    .values({ id, shard: 'SHARD_1', domain: id.toLowerCase(), created: 1 });
  await shard.insert(workspaces).values({ id, name: 'Testers', domain: id.toLowerCase(), created: 1 });
  await shard.insert(users).values(
    [ann, bob, cat].map(({ userId, role }) => ({
      workspaceId: id,
      id: userId,
      name: userId.toLowerCase(),
      email: `${userId.toLowerCase()}@example.com`,
      role,
      tz: 'Etc/UTC',
      profile: { real_name: userId, display_name: '' },
      updated: 1,
    })),
  );
  return id;
}

/** A channel as `conversations.create` makes one: its row in the directory, then its object. */
export async function newChannel(
  workspaceId: string,
  id = `C0TEST${(count += 1)}`,
  kind: ChannelKind = 'public',
  members = [ann.userId, bob.userId],
) {
  const name = id.toLowerCase();
  await openShard(env, 'SHARD_1')
    .insert(channels)
    .values({ workspaceId, id, name, kind, creator: ann.userId, created: 1, topic: unsetText, purpose: unsetText });
  const channel = channelOf(env, workspaceId, id);
  await channel.create({ id, name, kind, isGeneral: false, creator: ann.userId, created: 1, members });
  return { id, channel, stub: env.CHANNEL.getByName(`${workspaceId}:${id}`) };
}
