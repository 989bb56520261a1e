import { SessionServerFrame } from '../shared/protocol/session-socket.ts';
import type { ConnectionState } from './connection-state.ts';
import { parseFrame } from './parse-frame.ts';
import { createReconnectingSocket } from './reconnecting-socket.ts';
import { socketUrl, ticketFor, type Connecting } from './socket-url.ts';
import type { ReadableStore } from './store.ts';

export interface SessionConnection {
  readonly state: ReadableStore<ConnectionState>;
  start(): void;
  stop(): void;
}

/** The socket of the person's session. Each connection begins with everything, so there is nothing to resume. */
export function createSessionConnection(
  onFrame: (frame: SessionServerFrame) => void,
  { auth, baseUrl, environment }: Connecting,
): SessionConnection {
  const socket = createReconnectingSocket(
    {
      async getUrl({ isSignedOut }) {
        return socketUrl(baseUrl, '/sockets/session', { ticket: await ticketFor(auth, undefined, isSignedOut) });
      },
      onText(text) {
        const frame = parseFrame(SessionServerFrame, text);
        if (frame === null) return socket.restart();
        if (frame.type === 'boot') socket.setLive();
        onFrame(frame);
      },
      onDown() {},
    },
    environment,
  );
  return { state: socket.state, start: socket.start, stop: socket.stop };
}
