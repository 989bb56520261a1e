import type { WSMessage } from 'partyserver';
import type { ErrorCode, Outcome } from '../../../shared/errors.ts';
import { isDeeperThan } from '../../../shared/json-depth.ts';
import { maxBlocksDepth } from '../../../shared/message.ts';
import {
  ChannelClientFrames,
  type ChannelClientFrame,
  type ChannelServerFrame,
  type SendFrame,
} from '../../../shared/protocol/channel-socket.ts';
import { closeCodes } from '../../../shared/protocol/sockets.ts';
import type { Limiter } from '../../storage/limiter.ts';
import { parseFrame } from '../../storage/parse-frame.ts';
import type { Viewer } from '../context.ts';
import { getSocketState, viewerOfSocket, type SocketState, type ChannelSocket } from './socket-state.ts';
import type { Posted } from '../messages/post.ts';
import type { FanOut } from './fan-out.ts';

/** A client's frames, or what is wrong with them: a text that is not all of the protocol says nothing. */
export function readFrames(message: WSMessage): { frames: ChannelClientFrame[] } | { error: ErrorCode } {
  const parsed = parseFrame(message);
  if ('error' in parsed) return parsed;
  const list = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
  // The list and the frame are two levels around the blocks.
  if (isDeeperThan(list, maxBlocksDepth + 2)) return { error: 'malformed_frame' };
  const frames = ChannelClientFrames.safeParse(list);
  return frames.success ? { frames: frames.data } : { error: 'malformed_frame' };
}

type Door = { fanOut: FanOut; limiter: Limiter; now: number };

/**
 * What a live socket's client says, and who they are; null when there is nothing to do. What is not of the protocol, or too
 * much, was answered then.
 */
export function hearFrames(
  { fanOut, limiter, now }: Door,
  socket: ChannelSocket,
  message: WSMessage,
): { viewer: Viewer; frames: ChannelClientFrame[] } | null {
  const state = getSocketState(socket);
  if (!state || !fanOut.isLive(socket)) return null;
  const refuse = (error: ErrorCode) => {
    punish(fanOut, socket, state, error);
    return null;
  };
  const read = readFrames(message);
  if ('error' in read) return refuse(read.error);
  const { frames } = read;
  if (frames.some(({ type }) => type !== 'send' && limiter.take(socket.id, now) > 0)) return refuse('ratelimited');
  if (now - state.since > standingLasts && frames.some(callsEverybody)) {
    fanOut.dismiss(socket, closeCodes.tryAgain);
    return null;
  }
  return { viewer: viewerOfSocket(state), frames };
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
export function answerTo({ client_msg_id }: SendFrame, outcome: Outcome<Posted>): ChannelServerFrame | null {
  if (!outcome.ok) {
    return {
      type: 'refused',
      client_msg_id,
      error: outcome.error,
      ...(outcome.retryAfter === undefined ? {} : { retry_after: outcome.retryAfter }),
    };
  }
  return outcome.repeated ? { type: 'ack', client_msg_id, ts: outcome.ts } : null;
}

/** To a socket that may have gone in the meantime; it then comes back and asks again. */
export function sendFrame(socket: ChannelSocket, frame: ChannelServerFrame): void {
  try {
    socket.send(JSON.stringify(frame));
  } catch {
    socket.close(closeCodes.tryAgain);
  }
}
