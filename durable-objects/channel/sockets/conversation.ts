import type { WSMessage } from 'partyserver';
import type { ErrorCode, Outcome } from '../../../shared/errors.ts';
import { isDeeperThan } from '../../../shared/json-depth.ts';
import { maxBlocksDepth } from '../../../shared/message.ts';
import { ChannelClientFrame, type ChannelServerFrame } from '../../../shared/protocol/channel-socket.ts';
import { closeCodes } from '../../../shared/protocol/sockets.ts';
import type { Limiter } from '../../storage/limiter.ts';
import { parseFrame } from '../../storage/parse-frame.ts';
import type { Viewer } from '../context.ts';
import { getSocketState, viewerOfSocket, type SocketState, type ChannelSocket } from './socket-state.ts';
import type { Posted } from '../messages/post.ts';
import type { FanOut } from './fan-out.ts';

/** A client's frame, or what is wrong with it. */
export function readFrame(message: WSMessage): { frame: ChannelClientFrame } | { error: ErrorCode } {
  const parsed = parseFrame(message);
  if ('error' in parsed) return parsed;
  // The frame is one level around the blocks.
  if (isDeeperThan(parsed.value, maxBlocksDepth + 1)) return { error: 'malformed_frame' };
  const frame = ChannelClientFrame.safeParse(parsed.value);
  return frame.success ? { frame: frame.data } : { error: 'malformed_frame' };
}

type Door = { fanOut: FanOut; limiter: Limiter; now: number };

/**
 * What a live socket's client says, and who they are; null when there is nothing to do. What is not of the protocol, or too
 * much, was answered then.
 */
export function hearFrame(
  { fanOut, limiter, now }: Door,
  socket: ChannelSocket,
  message: WSMessage,
): { viewer: Viewer; frame: ChannelClientFrame } | null {
  const state = getSocketState(socket);
  if (!state || !fanOut.isLive(socket)) return null;
  const read = readFrame(message);
  const isTooMuch = !('frame' in read && read.frame.type === 'send') && limiter.take(socket.id, now) > 0;
  if ('error' in read || isTooMuch) {
    punish(fanOut, socket, state, 'error' in read ? read.error : 'ratelimited');
    return null;
  }
  if (callsEverybody(read.frame) && now - state.since > standingLasts) {
    fanOut.dismiss(socket, closeCodes.tryAgain);
    return null;
  }
  return { viewer: viewerOfSocket(state), frame: read.frame };
}

/**
 * For how long a socket's word is good on who may call everybody, which administrators decide, and change. After that a client
 * that does so comes back with a new ticket, and sends again; nobody need be told when something is decided. Milliseconds.
 */
const standingLasts = 600_000;

/** Perhaps: whether it does, the channel says. */
function callsEverybody(frame: ChannelClientFrame): boolean {
  return frame.type === 'send' && /<!(?:channel|here|everyone)\b/.test(frame.text);
}

/** Says what was wrong; the second time, goodbye. */
function punish(fanOut: FanOut, socket: ChannelSocket, state: SocketState, error: ErrorCode): void {
  sendFrame(socket, { type: 'error', error });
  if (state.offences > 0) fanOut.dismiss(socket, closeCodes.malformed);
  else socket.setState({ ...state, offences: state.offences + 1 });
}

/** The answer to a send that its own event does not answer: a repeat, or a refusal. Null when there is nothing to say. */
export function answerTo(clientMsgId: string, outcome: Outcome<Posted>): ChannelServerFrame | null {
  if (!outcome.ok) {
    return {
      type: 'refused',
      client_msg_id: clientMsgId,
      error: outcome.error,
      ...(outcome.retryAfter === undefined ? {} : { retry_after: outcome.retryAfter }),
    };
  }
  return outcome.repeated ? { type: 'ack', client_msg_id: clientMsgId, ts: outcome.ts } : null;
}

/** To a socket that may have gone in the meantime; it then comes back and asks again. */
export function sendFrame(socket: ChannelSocket, frame: ChannelServerFrame): void {
  try {
    socket.send(JSON.stringify(frame));
  } catch {
    socket.close(closeCodes.tryAgain);
  }
}
