import { runInDurableObject } from 'cloudflare:test';
import { beforeAll, expect, test } from 'vitest';
import { TestSocket } from '../../testing/socket.ts';
import { ann, newChannel, newWorkspace } from '../../testing/workspace.ts';
import type { ChannelSocket } from './socket-state.ts';
import { FanOut } from './fan-out.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});

test('a socket is live from its admission to its dismissal, and an object that wakes knows which are', async () => {
  const { stub } = await newChannel(workspace);
  const client = await TestSocket.open(stub, ann);
  await client.frame('hello');
  await runInDurableObject(stub, (object) => {
    const sockets = () => [...object.getConnections()] as ChannelSocket[];
    const [socket] = sockets();
    if (!socket) throw new Error('no socket');
    const awake = new FanOut(sockets());
    expect(awake.isLive(socket)).toBe(true);
    awake.dismiss(socket, 4000);
    expect(awake.isLive(socket)).toBe(false);
    // Still in the runtime's list as long as the client does not answer the close.
    expect(new FanOut([socket]).isLive(socket)).toBe(false);
  });
});
