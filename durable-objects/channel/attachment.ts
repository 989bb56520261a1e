import { z } from 'zod';
import type { Connection } from 'partyserver';
import { Role } from '../../shared/user.ts';
import type { Viewer } from './context.ts';

/** What a socket's attachment says, and survives hibernation with: whose it is, and how far it has come. */
const Attachment = z.object({
  user: z.string(),
  session: z.string(),
  role: Role,
  /** Of somebody who may call everybody only in channels of at most so many people. */
  largeChannel: z.number().int().optional(),
  /** Roots of the threads that the client shows: it gets their replies. */
  threads: z.array(z.string()),
  /** Admitted and greeted: gets pushes. */
  live: z.boolean(),
  /** Malformed frames so far; the second closes. */
  offences: z.number().int(),
});
export type Attachment = z.infer<typeof Attachment>;

export type ChannelSocket = Connection<Attachment>;

/** Whose frames these are, as channels know them. */
export function viewerOfSocket({
  user,
  role,
  largeChannel,
}: Pick<Attachment, 'user' | 'role' | 'largeChannel'>): Viewer {
  if (largeChannel === undefined) return { userId: user, role };
  return { userId: user, role, mayCallEverybody: false, largeChannel };
}

/** Null for a socket that was closed before it was told who it is. */
export function getAttachment(socket: ChannelSocket): Attachment | null {
  return Attachment.nullable().parse(socket.state);
}
