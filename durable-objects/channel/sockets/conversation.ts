import type { WSMessage } from 'partyserver';
import type { ErrorCode, Outcome } from '../../../shared/errors.ts';
import { isDeeperThan } from '../../../shared/json-depth.ts';
import { maxBlocksDepth } from '../../../shared/message.ts';
import { ChannelClientFrame, type ChannelServerFrame } from '../../../shared/protocol/channel-socket.ts';
import { closeCodes } from '../../../shared/protocol/sockets.ts';
import { parseFrame } from '../../storage/parse-frame.ts';
import type { SocketState, ChannelSocket } from './socket-state.ts';
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

/** Says what was wrong; the second time, goodbye. */
export function punish(fanOut: FanOut, socket: ChannelSocket, state: SocketState, error: ErrorCode): void {
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
