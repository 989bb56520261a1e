import { visibleMessages } from '../channel/channel-selectors.ts';
import { createFakeClock } from './fake-clock.ts';
import { FakeServer } from './fake-server.ts';
import { openTestWorkspace, type TestDevice } from './test-workspace.ts';

/** A client that shows a channel in which `history` messages were posted: `old 0`, `old 1`, … */
export async function showChannel({ history = 0, ...device }: TestDevice & { history?: number } = {}) {
  const clock = createFakeClock();
  const server = new FakeServer('U1');
  const channel = server.addChannel('C1AA', 'general', ['U1', 'U2']);
  const old = Array.from({ length: history }, (_, count) => channel.post({ user: 'U2', text: `old ${count}` }).ts);
  const opened = await openTestWorkspace(server, clock, device);
  const handle = opened.workspace.openChannel('C1AA');
  await clock.settle();
  return {
    ...opened,
    clock,
    server,
    channel,
    handle,
    /** The `ts` of the messages that were there before. */
    old,
    state: handle.store.get,
    texts: () => visibleMessages(handle.store.get()).map(({ text }) => text),
    /** The channel's open socket. */
    socket() {
      const socket = server.openSockets.find(({ url }) => url.pathname.endsWith('C1AA'));
      if (socket === undefined) throw new Error('the channel has no socket');
      return socket;
    },
  };
}
