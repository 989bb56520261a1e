import { z } from 'zod';
import { closeCodes, maxFramesAtOnce, pingText, pongText, protocolVersion } from '../../shared/protocol/sockets.ts';
import { ApiError, isPassing, isSignedOut, refusalOf } from '../api/api-error.ts';
import { readAnswer } from '../api/api-call.ts';
import type { Clock } from '../clock.ts';
import { exchange, type Exchanged } from './exchange.ts';
import type { Socket, SocketHandlers } from './web-socket.ts';

/** What a connection asks for by requests. */
export interface PollTarget {
  /** Such as `/sockets/session/poll`. */
  path: string;
  /** What each request says beside frames: how far this client has got. */
  body(): object;
}

export interface PollingOptions {
  baseUrl: string;
  target: PollTarget;
  getAccessToken(options?: { rejected?: string }): Promise<string>;
  fetch: typeof fetch;
  clock: Clock;
  isVisible(): boolean;
}

const PollAnswer = z.object({
  frames: z.array(z.looseObject({ type: z.string() })),
  /** What of the answer is to be said in the next request, so that it need not come again. */
  have: z.string().optional(),
});
type PollAnswer = z.output<typeof PollAnswer>;

/** Between two requests while the page is shown, and while it is hidden. Milliseconds. */
const interval = 2_000;
const hiddenInterval = 10_000;
/** What a socket says that broke off. */
const brokenOff = 1006;

/**
 * A connection with the face of a socket that asks again and again, for networks that let no socket through. What is sent
 * goes out at once, with the next request. A request that fails ends the connection, as a cut ends a socket: whether it took
 * effect is unknown, and what was sent is sent again over the next one.
 */
export function openPolling(options: PollingOptions, { onText, onClose }: SocketHandlers): Socket {
  const { baseUrl, target, getAccessToken, clock } = options;
  const abortion = new AbortController();
  const outgoing: unknown[] = [];
  let isPongDue = false;
  let have: string | undefined;
  let isGreeted = false;
  let isBusy = false;
  let isOver = false;
  let cancelNext = () => {};

  function close() {
    isOver = true;
    cancelNext();
    abortion.abort();
  }

  async function request(frames: unknown[], token: string): Promise<Exchanged> {
    const body = { protocol: protocolVersion, frames, ...target.body(), ...(have !== undefined && { have }) };
    return exchange(options.fetch, `${baseUrl}${target.path}`, { body, token, signal: abortion.signal });
  }

  async function ask(frames: unknown[]): Promise<Exchanged> {
    const token = await getAccessToken();
    const answer = await request(frames, token);
    const isExpired = answer.body.ok !== true && isSignedOut(refusalOf(answer.body));
    return isExpired ? request(frames, await getAccessToken({ rejected: token })) : answer;
  }

  async function poll() {
    cancelNext();
    if (isBusy || isOver) return;
    isBusy = true;
    const frames = outgoing.splice(0, maxFramesAtOnce);
    const answersPing = isPongDue;
    try {
      const { body, retryAfter } = await ask(frames);
      if (isOver) return;
      isBusy = false;
      if (body.ok === true) {
        deliver(readAnswer(PollAnswer, body));
        if (answersPing) pong();
        pollIn(outgoing.length > 0 ? 0 : options.isVisible() ? interval : hiddenInterval);
      } else if (body.error === 'ratelimited') {
        // Nothing of it was done, so it is not lost either.
        outgoing.unshift(...frames);
        if (answersPing) pong();
        pollIn(retryAfter);
      } else throw refusalOf(body);
    } catch (error) {
      if (isOver) return;
      close();
      onClose(closeCodeFor(error));
    }
  }

  function pollIn(delay: number) {
    if (isOver) return;
    cancelNext();
    cancelNext = clock.after(delay, () => void poll());
  }

  function pong() {
    isPongDue = false;
    if (!isOver) onText(pongText);
  }

  function deliver(answer: PollAnswer) {
    ({ have } = answer);
    for (const frame of answer.frames) {
      // Each request is a resume; only the first of them opens the conversation.
      const isRepeat = frame.type === 'hello' && frame['resumed'] === true && isGreeted;
      isGreeted ||= frame.type === 'hello';
      if (!isOver && !isRepeat) onText(JSON.stringify(frame));
    }
  }

  pollIn(0);
  return {
    send(text) {
      if (text === pingText) isPongDue = true;
      else outgoing.push(...framesOf(text));
      // What is sent in one go leaves in one request.
      if (!isBusy) pollIn(0);
    },
    close,
  };
}

/** One frame, or several that were said at once. */
function framesOf(text: string): unknown[] {
  const said: unknown = JSON.parse(text);
  return Array.isArray(said) ? said : [said];
}

/** What a socket would have said. */
function closeCodeFor(error: unknown): number {
  const code = error instanceof ApiError ? error.code : 'network';
  if (code === 'network' || isPassing(error)) return brokenOff;
  if (isSignedOut(error)) return closeCodes.signedOut;
  if (code === 'unsupported_protocol') return closeCodes.unsupportedProtocol;
  const isOurFault = code === 'invalid_arguments' || code === 'malformed_frame';
  return isOurFault ? closeCodes.malformed : closeCodes.noAccess;
}
