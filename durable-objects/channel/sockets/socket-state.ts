import { z } from 'zod';
import type { Connection } from 'partyserver';
import { Role } from '../../../shared/user.ts';
import type { Viewer } from '../context.ts';

/** What a socket's state says, and survives hibernation with: whose it is, and how far it has come. */
const SocketState = z.object({
  user: z.string(),
  session: z.string(),
  role: Role,
  /** Of somebody who may call everybody only in channels of at most so many people. */
  largeChannel: z.number().int().optional(),
  /** Roots of the threads that the client shows: it gets their replies. */
  threads: z.array(z.string()),
  /** When it came: its role, and what the workspace allows, were so then. Milliseconds. */
  since: z.number().int(),
  /** Admitted and greeted: gets pushes. */
  live: z.boolean(),
  /** Malformed frames so far; the second closes. */
  offences: z.number().int(),
});
export type SocketState = z.infer<typeof SocketState>;

export type ChannelSocket = Connection<SocketState>;

/** Whose frames these are, as channels know them. */
export function viewerOfSocket({
  user,
  role,
  largeChannel,
}: Pick<SocketState, 'user' | 'role' | 'largeChannel'>): Viewer {
  if (largeChannel === undefined) return { userId: user, role };
  return { userId: user, role, mayCallEverybody: false, largeChannel };
}

/** Null for a socket that was closed before it was told who it is. */
export function getSocketState(socket: ChannelSocket): SocketState | null {
  return SocketState.nullable().parse(socket.state);
}
