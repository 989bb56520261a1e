import { and, eq } from 'drizzle-orm';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import { addresses } from '../../migrations/directory/schema.ts';
import { channels, users, workspaces } from '../../migrations/shard/schema.ts';
import { newId } from '../../shared/ids.ts';
import type { Message } from '../../shared/message.ts';
import { microsToTs } from '../../shared/timestamps.ts';
import { doCreateWorkspace } from '../identity/create-workspace.ts';
import { demoAddressEnd } from '../identity/demo.ts';
import { newUserRow } from '../identity/people.ts';
import { accessShard, openDirectory, type ShardDb } from '../../migrations/shards.ts';
import { demoChannels, demoPeople, type DemoChannel, type DemoLine } from './story.ts';

const emailOf = (handle: string) => `${handle}${demoAddressEnd}`;
const [founder] = demoPeople;

/** Names to ids: people's handles, or the names of channels. */
type Ids = ReadonlyMap<string, string>;
type Cast = Ids;

/**
 * Makes the demo's workspace, people and history. May be repeated, and goes on where a crash left it: what is there is
 * found by address and name, and messages have the times that they had, counted from the workspace's creation.
 */
export async function prepareDemo(env: Env, now: number): Promise<void> {
  const workspaceId = (await findWorkspace(env)) ?? (await createWorkspace(env, now));
  const db = await accessShard(env, workspaceId);
  const [workspace] = await db
    .select({ created: workspaces.created })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  if (!workspace) throw new Error('a demo address leads to no workspace');
  const cast = await castPeople(env, db, workspaceId, now);
  // All of them first: messages name other channels.
  for (const script of demoChannels) await openChannel(env, db, workspaceId, script, cast, workspace.created);
  const names = await channelIds(db, workspaceId);
  for (const script of demoChannels) await fillChannel(env, workspaceId, script, cast, names, workspace.created);
}

async function findWorkspace(env: Env): Promise<string | null> {
  const [row] = await openDirectory(env)
    .select({ id: addresses.workspaceId })
    .from(addresses)
    .where(eq(addresses.email, emailOf(founder.handle)));
  return row?.id ?? null;
}

async function createWorkspace(env: Env, now: number): Promise<string> {
  const owner = { email: emailOf(founder.handle), displayName: founder.name, tz: undefined };
  const { workspaceId } = await doCreateWorkspace(env, 'Lumen Cycles', owner, now);
  return workspaceId;
}

async function castPeople(env: Env, db: ShardDb, workspaceId: string, now: number): Promise<Cast> {
  const cast = new Map<string, string>();
  for (const { handle, name, title } of demoPeople) {
    const email = emailOf(handle);
    const row = newUserRow({ email, displayName: name, tz: undefined }, workspaceId, 'member', now);
    const profile = { ...row.profile, title };
    await db
      .insert(users)
      .values({ ...row, name: handle, profile })
      .onConflictDoNothing();
    const ofEmail = and(eq(users.workspaceId, workspaceId), eq(users.email, email));
    await db.update(users).set({ profile }).where(ofEmail);
    const [user] = await db.select({ id: users.id }).from(users).where(ofEmail);
    if (!user) throw new Error('the person was just added');
    cast.set(handle, user.id);
    await openDirectory(env).insert(addresses).values({ email, workspaceId, userId: user.id }).onConflictDoNothing();
  }
  return cast;
}

async function openChannel(
  env: Env,
  db: ShardDb,
  workspaceId: string,
  script: DemoChannel,
  cast: Cast,
  created: number,
): Promise<void> {
  const [creator] = membersOf(script, cast);
  const describe = (value = '') => ({ value, creator, last_set: value === '' ? 0 : created });
  const spec = {
    id: newId('C'),
    name: script.name,
    kind: script.isPrivate ? ('private' as const) : ('public' as const),
    isGeneral: false,
    creator,
    created,
    topic: describe(script.topic),
    purpose: describe(script.purpose),
  };
  await db
    .insert(channels)
    .values({ ...spec, workspaceId })
    .onConflictDoNothing();
  const id = idOf(await channelIds(db, workspaceId), script.name);
  await channelOf(env, workspaceId, id).create({ ...spec, id, members: [creator] });
}

async function fillChannel(
  env: Env,
  workspaceId: string,
  script: DemoChannel,
  cast: Cast,
  names: Ids,
  created: number,
): Promise<void> {
  const channel = channelOf(env, workspaceId, idOf(names, script.name));
  const members = membersOf(script, cast);
  const [creator] = members;
  const messages = script.lines.flatMap((line) => toMessages(line, cast, names, created));
  const pinned = script.lines.filter((line) => line.pinned);
  const pins = pinned.map((line) => ({ ts: tsOf(line, created), user: creator, created }));
  const { added } = await channel.importHistory({ messages, pins, members });
  if (script.isArchived) await channel.archive({ userId: creator, role: 'member' });
  const almostLast = messages.at(-3)?.ts;
  // Something to read for whoever looks at the demo first.
  if (added > 0 && almostLast && script.name === 'support') {
    for (const userId of members) await channel.mark({ userId, role: 'member' }, almostLast);
  }
}

function membersOf(script: DemoChannel, cast: Cast): [string, ...string[]] {
  const [first = '', ...others] = script.members.split(' ');
  return [idOf(cast, first), ...others.map((handle) => idOf(cast, handle))];
}

async function channelIds(db: ShardDb, workspaceId: string): Promise<Ids> {
  const rows = await db
    .select({ name: channels.name, id: channels.id })
    .from(channels)
    .where(eq(channels.workspaceId, workspaceId));
  return new Map(rows.map(({ name, id }) => [name, id]));
}

function toMessages(line: DemoLine, cast: Cast, channelNames: Ids, created: number, root?: string): Message[] {
  const ts = tsOf(line, created);
  const text = line.text
    .replace(/<@([a-z]+)>/g, (_match, handle: string) => `<@${idOf(cast, handle)}>`)
    .replace(/<#([a-z0-9-]+)>/g, (match, name: string) =>
      channelNames.has(name) ? `<#${channelNames.get(name)}>` : match,
    );
  const reactions = Object.entries(line.reactions ?? {}).map(([name, handles]) => {
    const people = handles.split(' ').map((handle) => idOf(cast, handle));
    return { name, users: people, count: people.length };
  });
  const user = idOf(cast, line.by);
  const message: Message = {
    type: 'message',
    ts,
    user,
    text,
    ...(root === undefined ? {} : { thread_ts: root }),
    ...(reactions.length === 0 ? {} : { reactions }),
    ...(line.edited ? { edited: { user, ts } } : {}),
  };
  const replies: readonly DemoLine[] = 'replies' in line ? (line.replies ?? []) : [];
  return [message, ...replies.flatMap((reply) => toMessages(reply, cast, channelNames, created, ts))];
}

/** No two lines of the demo are of the same minute, so minutes are enough to tell them apart. */
function tsOf({ ago, by }: Pick<DemoLine, 'ago' | 'by'>, created: number): string {
  return microsToTs((created - ago * 60) * 1_000_000 + by.length);
}

function idOf(ids: Ids, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the demo has no ${name}`);
  return id;
}
