import type { ConnectionContext } from 'partyserver';
import { z } from 'zod';
import { maxWatchedThreads } from '../../shared/protocol/channel-socket.ts';
import { closeCodes, protocolVersion } from '../../shared/protocol/sockets.ts';
import { Ts } from '../../shared/timestamps.ts';
import { Role } from '../../shared/user.ts';

/** What the Worker says about a socket that it passes on; it removes these headers from what clients send. */
const Headers = z.object({
  user: z.string().min(1),
  session: z.string().min(1),
  role: Role,
  /** Of somebody who may call everybody only in channels of at most so many people. */
  largeChannel: z.coerce.number().int().optional(),
  ticket: z.string().min(1),
  ticketExpires: z.coerce.number().int(),
});

const Query = z.object({
  protocol: z.coerce.number().int(),
  epoch: z.string().max(64).optional(),
  seq: z.coerce.number().int().nonnegative().optional(),
  threads: z
    .string()
    .transform((list) => (list === '' ? [] : list.split(',')))
    .pipe(z.array(Ts).max(maxWatchedThreads))
    .default([]),
});

/** How far a client has read a channel's log. */
export type ResumePoint = { epoch: string; seq: number };

/** `threads`: which threads of the channel the client shows. */
export type Arrival = z.infer<typeof Headers> & { resume: ResumePoint | null; threads: string[] };

/** Reads who is at the door, and where they left off; a close code when they cannot be let in. */
export function readArrival({ request }: ConnectionContext): Arrival | { close: number } {
  const header = (name: string) => request.headers.get(`x-edgeways-${name}`) ?? undefined;
  const who = Headers.safeParse({
    user: header('user'),
    session: header('session'),
    role: header('role'),
    largeChannel: header('large-channel'),
    ticket: header('ticket'),
    ticketExpires: header('ticket-expires'),
  });
  if (!who.success) return { close: closeCodes.badTicket };
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return { close: closeCodes.malformed };
  const { protocol, epoch, seq, threads } = query.data;
  if (protocol !== protocolVersion) return { close: closeCodes.unsupportedProtocol };
  return { ...who.data, threads, resume: epoch !== undefined && seq !== undefined ? { epoch, seq } : null };
}
