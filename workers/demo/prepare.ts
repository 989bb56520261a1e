import { and, eq } from 'drizzle-orm';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import { addresses } from '../../migrations/directory/schema.ts';
import { channels, users, workspaces } from '../../migrations/shard/schema.ts';
import { newId } from '../../shared/ids.ts';
import type { Message } from '../../shared/message.ts';
import { microsToTs } from '../../shared/timestamps.ts';
import { doCreateWorkspace } from '../identity/create-workspace.ts';
import { newUserRow } from '../identity/people.ts';
import { accessShard, openDirectory, type ShardDb } from '../shards.ts';
import { demoChannels, demoPeople, type DemoChannel, type DemoLine } from './story.ts';

const emailOf = (handle: string) => `${handle}@demo.example`;
const [founder] = demoPeople;

/** Handles to user ids. */
type Cast = ReadonlyMap<string, string>;

/**
 * Makes the demo's workspace, people and history. May be repeated, and goes on where a crash left it: what is there is
 * found by address and name, and messages have the times that they had, counted from the workspace's creation.
 */
export async function prepareDemo(env: Env, now: number): Promise<void> {
  if (!founder) return;
  const workspaceId = (await findWorkspace(env)) ?? (await createWorkspace(env, founder, now));
  const db = await accessShard(env, workspaceId);
  const [workspace] = await db
    .select({ created: workspaces.created })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  if (!workspace) throw new Error('a demo address leads to no workspace');
  const cast = await castPeople(env, db, workspaceId, now);
  for (const channel of demoChannels) await fillChannel(env, db, workspaceId, channel, cast, workspace.created);
}

async function findWorkspace(env: Env): Promise<string | null> {
  const [row] = await openDirectory(env)
    .select({ id: addresses.workspaceId })
    .from(addresses)
    .where(eq(addresses.email, emailOf(founder?.handle ?? '')));
  return row?.id ?? null;
}

async function createWorkspace(env: Env, { handle, name }: { handle: string; name: string }, now: number) {
  const owner = { email: emailOf(handle), displayName: name, tz: undefined };
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

async function fillChannel(
  env: Env,
  db: ShardDb,
  workspaceId: string,
  script: DemoChannel,
  cast: Cast,
  created: number,
): Promise<void> {
  const [first, ...others] = script.members.split(' ').map((handle) => idOf(cast, handle));
  if (first === undefined) throw new Error('a demo channel has members');
  const ofName = and(eq(channels.workspaceId, workspaceId), eq(channels.name, script.name));
  const describe = (value = '') => ({ value, creator: first, last_set: value === '' ? 0 : created });
  const spec = {
    id: newId('C'),
    name: script.name,
    kind: script.isPrivate ? ('private' as const) : ('public' as const),
    isGeneral: false,
    creator: first,
    created,
    topic: describe(script.topic),
    purpose: describe(script.purpose),
  };
  await db
    .insert(channels)
    .values({ ...spec, workspaceId })
    .onConflictDoNothing();
  const [listed] = await db.select({ id: channels.id }).from(channels).where(ofName);
  if (!listed) throw new Error('the channel was just listed');
  const channel = channelOf(env, workspaceId, listed.id);
  await channel.create({ ...spec, id: listed.id, members: [first] });
  const names = await channelIds(db, workspaceId);
  const messages = script.lines.flatMap((line) => toMessages(line, cast, names, created));
  const pins = script.lines.flatMap((line) => (line.pinned ? [{ ts: tsOf(line, created), user: first, created }] : []));
  const { added } = await channel.importHistory({ messages, pins, members: [first, ...others] });
  const viewer = { userId: first, role: 'member' } as const;
  if (script.isArchived) await channel.archive(viewer);
  const lastRead = messages.at(-3)?.ts;
  // Something to read for whoever looks at the demo first.
  if (added > 0 && lastRead && script.name === 'support') {
    for (const userId of [first, ...others]) await channel.mark({ userId, role: 'member' }, lastRead);
  }
}

async function channelIds(db: ShardDb, workspaceId: string): Promise<Cast> {
  const rows = await db
    .select({ name: channels.name, id: channels.id })
    .from(channels)
    .where(eq(channels.workspaceId, workspaceId));
  return new Map(rows.map(({ name, id }) => [name, id]));
}

function toMessages(line: DemoLine, cast: Cast, channelNames: Cast, created: number, root?: string): Message[] {
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

function idOf(cast: Cast, handle: string): string {
  const id = cast.get(handle);
  if (id === undefined) throw new Error(`the demo has nobody called ${handle}`);
  return id;
}
