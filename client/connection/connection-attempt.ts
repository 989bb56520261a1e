import { pingInterval, pingText, pongText, pongTimeout } from '../../shared/protocol/sockets.ts';
import type { Clock } from '../clock.ts';
import { ApiError } from '../api/api-error.ts';
import type { Opener } from './transport.ts';
import type { Socket } from './web-socket.ts';

/** Why an attempt, or the connection that it became, ended. */
export type AttemptEnd =
  | { kind: 'closed'; code: number }
  /** What it takes was not to be had, such as a ticket, or no socket could be made with it. */
  | { kind: 'refused'; error: unknown }
  /** The other side said nothing for too long. */
  | { kind: 'silent' };

export interface AttemptOptions {
  prepare(): Promise<Opener>;
  clock: Clock;
  onText(text: string): void;
  /** Called once, unless the attempt was dropped. */
  onEnd(end: AttemptEnd): void;
}

/** One try to connect, and the connection if it succeeds. */
export interface Attempt {
  /** The other side has spoken sense; from here on it is asked now and then whether it is still there. */
  setLive(): void;
  send(text: string): void;
  /** Asks whether the other side is still there, now. */
  prove(): void;
  /** Ends it without a call of `onEnd`. */
  drop(): void;
}

/** From asking for a ticket to the first frame. Milliseconds. */
const connectTimeout = 15_000;

export function openAttempt({ prepare, clock, onText, onEnd }: AttemptOptions): Attempt {
  let socket: Socket | null = null;
  let isLive = false;
  let isOver = false;
  let cancelPing = () => {};
  /** Set while an answer is due: the first frame, or a pong. */
  let cancelDeadline: (() => void) | null = clock.after(connectTimeout, () =>
    end(socket === null ? { kind: 'refused', error: new ApiError('network') } : { kind: 'silent' }),
  );

  function drop() {
    isOver = true;
    cancelPing();
    cancelDeadline?.();
    socket?.close();
  }

  function end(reason: AttemptEnd) {
    if (isOver) return;
    drop();
    onEnd(reason);
  }

  function prove() {
    cancelPing();
    cancelPing = clock.after(pingInterval, prove);
    if (cancelDeadline !== null) return;
    cancelDeadline = clock.after(pongTimeout, () => end({ kind: 'silent' }));
    socket?.send(pingText);
  }

  function settleDeadline() {
    cancelDeadline?.();
    cancelDeadline = null;
  }

  function open(opener: Opener) {
    if (isOver) return;
    socket = opener({
      onText(text) {
        if (isOver) return;
        // Under load a pong may queue behind frames, and these are as good a sign of life.
        if (isLive) settleDeadline();
        if (text !== pongText) onText(text);
      },
      onClose: (code) => end({ kind: 'closed', code }),
    });
  }

  // A socket that cannot even be made counts like a ticket that is not to be had.
  prepare()
    .then(open)
    .catch((error: unknown) => end({ kind: 'refused', error }));

  return {
    setLive() {
      isLive = true;
      settleDeadline();
      cancelPing = clock.after(pingInterval, prove);
    },
    send: (text) => socket?.send(text),
    prove,
    drop,
  };
}
