import fc from 'fast-check';
import type { ChannelHandle } from '../channel/channel-handle.ts';
import { createMemoryQueueStorage } from '../sending/queue-storage.ts';
import type { Workspace } from '../workspace.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import type { FakeChannel } from './fake-channel.ts';
import type { FakeRow } from './fake-rows.ts';
import { FakeServer } from './fake-server.ts';
import { createMemoryCache } from './memory-cache.ts';
import { openTestWorkspace, type TestDevice } from './test-workspace.ts';

/** One client that shows one channel, and everything that can go wrong in between. */
export interface World {
  readonly clock: FakeClock;
  readonly server: FakeServer;
  readonly channel: FakeChannel;
  /** What is there after a reload. */
  readonly device: TestDevice;
  workspace: Workspace;
  handle: ChannelHandle;
  /** The words of what the client sent, in order. */
  readonly sent: string[];
}

/** `history`: how many messages are in the channel before. `isBlocked`: no socket opens at first, so the client polls. */
export async function createWorld(history: number, isBlocked: boolean): Promise<World> {
  const clock = createFakeClock();
  const server = new FakeServer('U1');
  server.blocksSockets = isBlocked;
  const channel = server.addChannel('C1AA', 'general', ['U1', 'U2', 'U3']);
  for (let count = 0; count < history; count += 1) channel.post({ user: 'U2', text: `old ${count}` });
  const device = { storage: createMemoryQueueStorage(), cache: createMemoryCache() };
  const { workspace } = await openTestWorkspace(server, clock, device);
  server.isPrompt = isBlocked;
  const handle = workspace.openChannel('C1AA');
  // Sockets fail, and the other way is found.
  if (isBlocked) await clock.advance(3_000);
  server.isPrompt = false;
  return { clock, server, channel, device, workspace, handle, sent: [] };
}

/** The network is whole again, and the client has had time to catch up. */
export async function heal({ clock, server }: World): Promise<void> {
  server.isDown = false;
  server.blocksSockets = false;
  server.isPrompt = true;
  server.refuseNext = null;
  // While polling, a socket is tried once a minute.
  for (let round = 0; round < 3; round += 1) {
    server.deliverAll();
    await clock.advance(60_000);
  }
}

/** Does a step. `pick` chooses among what there is to choose from. */
type Action = (world: World, pick: number) => unknown;

function onMessage(act: (world: World, row: FakeRow, pick: number) => unknown): Action {
  return (world, pick) => {
    const rows = [...world.channel.rows.values()].filter((row) => !row.isErased);
    const row = rows[pick % rows.length];
    return row && act(world, row, pick);
  };
}

function onOwnMessage(act: (world: World, row: FakeRow) => unknown): Action {
  return (world, pick) => {
    const rows = [...world.channel.rows.values()].filter((row) => !row.isErased && row.user === 'U1');
    const row = rows[pick % rows.length];
    return row && act(world, row);
  };
}

function onSockets(act: (socket: FakeServer['sockets'][number], pick: number) => void): Action {
  return ({ server }, pick) => {
    for (const socket of server.openSockets) act(socket, pick);
  };
}

function send({ handle, sent }: World, threadTs?: string): void {
  const text = `mine ${sent.length}`;
  sent.push(text);
  handle.send(text, threadTs === undefined ? {} : { threadTs });
}

/** The page is closed and opened again, by a device that remembers what it can. */
async function reload(world: World): Promise<void> {
  const { clock, server, device } = world;
  const { isPrompt, isDown } = server;
  world.workspace.setActive(false);
  world.workspace.close();
  Object.assign(server, { isPrompt: true, isDown: false });
  ({ workspace: world.workspace } = await openTestWorkspace(server, clock, device));
  Object.assign(server, { isPrompt, isDown });
  world.handle = world.workspace.openChannel('C1AA');
}

const actions: Record<string, { weight: number; run: Action }> = {
  // Other people
  post: { weight: 6, run: ({ channel }) => channel.post({ user: 'U2', text: `theirs ${channel.seq}` }) },
  reply: {
    weight: 3,
    run: onMessage(({ channel }, { ts }, pick) =>
      channel.post({ user: 'U3', text: `reply ${channel.seq}`, threadTs: ts, isBroadcast: pick % 2 === 0 }),
    ),
  },
  edit: { weight: 1, run: onMessage(({ channel }, { user, ts, text }) => channel.edit(user, ts, `${text}, edited`)) },
  remove: { weight: 2, run: onMessage(({ channel }, { ts }) => channel.remove('U2', ts)) },
  pin: { weight: 1, run: onMessage(({ channel }, { ts }) => channel.pin('U2', ts)) },
  react: {
    weight: 3,
    run: onMessage(({ channel }, { ts }, pick) => channel.react(`U${pick % 4}`, ts, pick % 3 ? 'tada' : 'eyes')),
  },
  join: { weight: 1, run: ({ channel }) => channel.join('U4') },
  leave: { weight: 1, run: ({ channel }) => channel.leave('U4') },
  rename: { weight: 1, run: ({ channel }) => channel.rename('U2', `name-${channel.seq}`) },
  topic: { weight: 1, run: ({ channel }) => channel.setTopic('U2', `topic ${channel.seq}`) },
  bookmark: { weight: 1, run: ({ channel }) => channel.setBookmarks('U2', [`link-${channel.seq}`]) },
  import: { weight: 1, run: ({ channel }) => channel.importMessage('U2', 'from the past') },

  // The server and the network
  trim: { weight: 1, run: ({ channel }) => (channel.trimmed = channel.seq) },
  newEpoch: {
    weight: 1,
    run: ({ channel, server }) => {
      channel.epoch = `epoch-${channel.seq}`;
      for (const socket of server.openSockets) socket.cut();
    },
  },
  deliver: { weight: 6, run: onSockets((socket, pick) => socket.deliverToClient(1 + (pick % 4))) },
  deliverTwice: { weight: 2, run: onSockets((socket) => socket.deliverToClient(1, 2)) },
  arrive: { weight: 5, run: onSockets((socket) => socket.deliverToServer()) },
  cut: { weight: 2, run: onSockets((socket) => socket.cut()) },
  answerFirst: { weight: 4, run: ({ server }) => server.held.shift()?.answer() },
  answerLast: { weight: 2, run: ({ server }) => server.held.pop()?.answer() },
  failRequest: { weight: 1, run: ({ server }) => server.held.shift()?.fail() },
  answersEarly: { weight: 1, run: ({ server }, pick) => (server.answersEarly = pick % 2 === 0) },
  goDown: { weight: 1, run: ({ server }) => (server.isDown = true) },
  comeUp: { weight: 2, run: ({ server }) => (server.isDown = false) },
  block: { weight: 1, run: ({ server }) => (server.blocksSockets = true) },
  unblock: { weight: 1, run: ({ server }) => (server.blocksSockets = false) },
  limit: { weight: 1, run: ({ server }) => (server.refuseNext = { error: 'ratelimited', retry_after: 3 }) },
  wait: { weight: 4, run: ({ clock }, pick) => clock.advance([0, 600, 6_000, 20_000][pick % 4] ?? 0) },

  // The client
  send: { weight: 6, run: (world) => send(world) },
  sendReply: { weight: 1, run: onMessage((world, { ts }) => send(world, ts)) },
  editOwn: { weight: 1, run: onOwnMessage(({ handle }, { ts, text }) => handle.edit(ts, `${text}, edited`)) },
  removeOwn: { weight: 1, run: onOwnMessage(({ handle }, { ts }) => handle.remove(ts)) },
  reactOwn: { weight: 2, run: onMessage(({ handle }, { ts }) => handle.react(ts, 'tada')) },
  unreactOwn: { weight: 2, run: onMessage(({ handle }, { ts }) => handle.unreact(ts, 'tada')) },
  pinOwn: { weight: 1, run: onMessage(({ handle }, { ts }) => handle.pin(ts)) },
  unpinOwn: { weight: 1, run: onMessage(({ handle }, { ts }) => handle.unpin(ts)) },
  reload: { weight: 1, run: reload },
  older: { weight: 2, run: ({ handle }) => handle.loadOlder() },
  newer: { weight: 2, run: ({ handle }) => handle.loadNewer() },
  latest: { weight: 1, run: ({ handle }) => handle.jumpToLatest() },
  jump: { weight: 3, run: onMessage(({ handle }, { ts }) => handle.jumpTo(ts)) },
  openThread: { weight: 2, run: onMessage(({ handle }, { ts, thread }) => handle.openThread(thread ?? ts)) },
  closeThread: { weight: 1, run: onMessage(({ handle }, { ts }) => handle.closeThread(ts)) },
};

/** What happens, in order. */
export const story = fc.array(
  fc.record({
    action: fc.oneof(
      ...Object.entries(actions).map(([name, { weight }]) => ({ weight, arbitrary: fc.constant(name) })),
    ),
    pick: fc.nat(100),
  }),
  { minLength: 5, maxLength: 80 },
);

export async function take(world: World, step: { action: string; pick: number }): Promise<void> {
  const done = actions[step.action]?.run(world, step.pick);
  // Calls of the client are left to themselves, and most of them fail when the network does. Waiting is waited for.
  if (step.action === 'wait' || step.action === 'reload') await done;
  else if (done instanceof Promise) done.catch(() => undefined);
  await world.clock.settle();
}
