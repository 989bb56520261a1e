import type { z } from 'zod';
import { SessionServerFrame, type BootFrame } from '../../shared/protocol/session-socket.ts';
import type { Somebody } from './people.ts';
import { connect, ticketFor } from './sockets.ts';

type Frame = z.infer<typeof SessionServerFrame>;

/** A device of somebody, connected to their session. */
export type Device = {
  /** What it was told first. */
  boot: BootFrame;
  /** The next frame of which that is so, waiting for it as long as the test may take. */
  until: (isIt: (frame: Frame) => boolean) => Promise<Frame>;
  close: () => void;
};

export async function openDevice(who: Somebody): Promise<Device> {
  const socket = await connect(`/sockets/session?protocol=1&ticket=${await ticketFor(who)}`);
  const next = async () => SessionServerFrame.parse(await socket.next());
  const boot = await next();
  if (boot.type !== 'boot') throw new Error(`not a boot frame: ${boot.type}`);
  const until = async (isIt: (frame: Frame) => boolean): Promise<Frame> => {
    for (;;) {
      const frame = await next();
      if (isIt(frame)) return frame;
    }
  };
  return { boot, until, close: socket.close };
}

/** What a new device of somebody is told first. */
export async function bootOf(who: Somebody): Promise<BootFrame> {
  const { boot, close } = await openDevice(who);
  close();
  return boot;
}
