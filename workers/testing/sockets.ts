import { z } from 'zod';
import { send, post } from './http.ts';
import { bearer, type Somebody } from './people.ts';

/** A socket as a test sees it. */
export type TestSocket = {
  /** The next frame that was not read yet. */
  next: () => Promise<unknown>;
  /** The code that the server closed it with. */
  closed: Promise<number>;
  send: (frame: object) => void;
  close: () => void;
};

/** A ticket for the session's socket, or for a channel's. */
export async function ticketFor(person: Somebody, channel?: string): Promise<string> {
  const { ticket } = await post('/auth/ticket', channel === undefined ? {} : { channel }, bearer(person));
  return z.string().parse(ticket);
}

/** Asks for an upgrade; the answer as it is. */
export function upgrade(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return send(path, { headers: { upgrade: 'websocket', ...headers } });
}

/** Opens a socket. */
export async function connect(path: string, headers: Record<string, string> = {}): Promise<TestSocket> {
  const { webSocket, status } = await upgrade(path, headers);
  if (!webSocket) throw new Error(`no socket: ${status}`);
  const frames: unknown[] = [];
  const waiting: ((frame: unknown) => void)[] = [];
  const { promise: closed, resolve } = Promise.withResolvers<number>();
  webSocket.addEventListener('message', ({ data }) => {
    const frame: unknown = JSON.parse(String(data));
    const reader = waiting.shift();
    if (reader) reader(frame);
    else frames.push(frame);
  });
  webSocket.addEventListener('close', ({ code }) => resolve(code));
  webSocket.accept();
  return {
    closed,
    next: () => (frames.length > 0 ? Promise.resolve(frames.shift()) : new Promise((take) => waiting.push(take))),
    send: (frame) => webSocket.send(JSON.stringify(frame)),
    close: () => webSocket.close(1000),
  };
}
