import { SessionServerFrame, type SessionClientFrame } from '../../shared/protocol/session-socket.ts';
import type { ConnectionState } from './connection-state.ts';
import { parseFrame } from './parse-frame.ts';
import { createReconnectingSocket } from './reconnecting-socket.ts';
import { socketUrl, ticketFor, type Connecting } from './socket-url.ts';
import type { ReadableStore } from '../store.ts';

export interface SessionConnection {
  readonly state: ReadableStore<ConnectionState>;
  start(): void;
  stop(): void;
  /** False when there is no live connection. */
  send(frame: SessionClientFrame): boolean;
}

/** The socket of the person's session. Each connection begins with everything, so there is nothing to resume. */
export function createSessionConnection(
  { onFrame, onDown }: { onFrame: (frame: SessionServerFrame) => void; onDown: () => void },
  { auth, baseUrl, environment }: Connecting,
): SessionConnection {
  const socket = createReconnectingSocket(
    {
      async getUrl({ isSignedOut }) {
        return socketUrl(baseUrl, '/sockets/session', { ticket: await ticketFor(auth, undefined, isSignedOut) });
      },
      async getPollTarget({ isSignedOut }) {
        if (isSignedOut) await auth.refresh();
        return { path: '/sockets/session/poll', body: () => ({}) };
      },
      onText(text) {
        const frame = parseFrame(SessionServerFrame, text);
        if (frame === null) return socket.restart();
        if (frame.type === 'boot') socket.setLive();
        onFrame(frame);
      },
      onDown,
    },
    environment,
  );
  return {
    state: socket.state,
    start: socket.start,
    stop: socket.stop,
    send: (frame) => socket.send(JSON.stringify(frame)),
  };
}
