import { z } from 'zod';
import { ErrorCodeSchema } from '../error-code.ts';

/** What both sockets share. */

export const protocolVersion = 1;

/** A frame of the server: the client sent something that is not of the protocol. The second one closes the socket. */
export const ProtocolError = z.object({ type: z.literal('error'), error: ErrorCodeSchema });

/** Answered by the runtime itself, so that an idle socket wakes no object. */
export const pingText = 'ping';
export const pongText = 'pong';

/** How many frames a client says at once, at most: in one text over a channel's socket, or in one poll. */
export const maxFramesAtOnce = 50;

/** Bytes of one text from a client: 40,000 characters of text, blocks, and room for escapes. */
export const maxFrameBytes = 256 * 1024;

/** A client sends a ping this often, and takes the connection for dead when a pong is this late. Milliseconds. */
export const pingInterval = 25_000;
export const pongTimeout = 10_000;

/**
 * Close codes in three ranges, each of which says what to do; any other code, 1006 and 1012 among them, means: try again.
 * 4000–4099 try again, 4100–4199 get a new sign-in or ticket, 4200–4299 do not come back.
 */
export const closeCodes = {
  tryAgain: 4000,
  badTicket: 4100,
  signedOut: 4101,
  malformed: 4200,
  unsupportedProtocol: 4201,
  /** Removed from the channel, or it is none of theirs. */
  noAccess: 4202,
} as const;

/** In a channel's answer to the Worker: the number of the relay that takes the socket in its place. */
export const relayHeader = 'x-edgeways-relay';

export type AfterClose = 'try-again' | 'sign-in-again' | 'stay-away';

export function afterClose(code: number): AfterClose {
  if (code >= 4200 && code < 4300) return 'stay-away';
  return code >= 4100 && code < 4200 ? 'sign-in-again' : 'try-again';
}
