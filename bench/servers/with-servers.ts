import { createChannel, createOwner, startEdgeways, type Client } from './edgeways.ts';
import { startFloor } from './floor.ts';
import type { Running } from './program.ts';

export interface Servers {
  edgeways: Running;
  owner: Client;
  /** Makes a channel; its id. */
  newChannel(): Promise<string>;
  floor: Running;
}

/** Runs something with a new server of ours and the bare object beside it, and ends both. */
export async function withServers<T>(work: (servers: Servers) => Promise<T>): Promise<T> {
  const [edgeways, floor] = await Promise.all([startEdgeways(), startFloor()]);
  try {
    const owner = await createOwner(edgeways);
    let channels = 0;
    return await work({ edgeways, owner, newChannel: () => createChannel(owner, `bench-${(channels += 1)}`), floor });
  } finally {
    await Promise.all([edgeways.stop(), floor.stop()]);
  }
}
