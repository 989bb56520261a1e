import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import { addresses } from '../../migrations/directory/schema.ts';
import { channels, users } from '../../migrations/shard/schema.ts';
import { accessShard, openDirectory } from '../../migrations/shards.ts';
import { demoAddressEnd } from '../identity/demo.ts';
import { prepareDemo } from './prepare.ts';
import { demoChannels, demoPeople } from './story.ts';

/** Everything of the demo that somebody can see. */
async function look() {
  const directory = openDirectory(env);
  const founder = await directory.query.addresses.findFirst({ where: eq(addresses.email, `mira${demoAddressEnd}`) });
  const workspaceId = founder?.workspaceId ?? '';
  const people = await directory.select().from(addresses).where(eq(addresses.workspaceId, workspaceId));
  const db = await accessShard(env, workspaceId);
  const handles = await db.select({ name: users.name }).from(users).where(eq(users.workspaceId, workspaceId));
  const listed = await db
    .select()
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.ready, true)));
  const viewer = { userId: founder?.userId ?? '', role: 'owner' as const };
  const histories = await Promise.all(
    listed.map(
      async ({ id, name }) => [name, await channelOf(env, workspaceId, id).history(viewer, { limit: 99 })] as const,
    ),
  );
  return { people: people.length, handles: handles.length, histories: Object.fromEntries(histories) };
}

test('the demo is made once, however often it is asked for, with everything that its story says', async () => {
  await prepareDemo(env, Date.now());
  const first = await look();
  expect(first).toMatchObject({ people: demoPeople.length, handles: demoPeople.length });
  expect(Object.keys(first.histories).toSorted()).toEqual(demoChannels.map(({ name }) => name).toSorted());
  for (const { name, lines, isArchived } of demoChannels) {
    const page = first.histories[name];
    if (!page?.ok) throw new Error(`no history of ${name}`);
    expect(page.messages).toHaveLength(lines.length + (isArchived ? 1 : 0));
    expect(JSON.stringify(page.messages)).not.toMatch(/<[@#][a-z]/);
  }
  await prepareDemo(env, Date.now() + 60_000);
  expect(await look()).toEqual(first);
});
