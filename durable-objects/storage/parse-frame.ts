import type { WSMessage } from 'partyserver';
import type { ErrorCode } from '../../shared/errors.ts';
import { maxFrameBytes } from '../../shared/protocol/sockets.ts';

/** What a client's frame says, as JSON has it, or what is wrong with it. */
export function parseFrame(message: WSMessage): { value: unknown } | { error: ErrorCode } {
  if (typeof message !== 'string') return { error: 'malformed_frame' };
  // Its length in units is never more than that in bytes, and is known without a copy.
  if (message.length > maxFrameBytes) return { error: 'frame_too_large' };
  try {
    return { value: JSON.parse(message) };
  } catch {
    return { error: 'malformed_frame' };
  }
}
