import { protocolVersion } from '../../shared/protocol/sockets.ts';
import type { Auth } from '../auth/auth.ts';
import type { SocketEnvironment } from './reconnecting-socket.ts';

/** Where sockets open: the server's address with `ws` for `http`. */
export function socketUrl(baseUrl: string, path: string, query: Readonly<Record<string, string | number>>): string {
  const url = new URL(path, baseUrl.replace(/^http/, 'ws'));
  url.searchParams.set('protocol', String(protocolVersion));
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url.href;
}

/** What a connection needs to come about. */
export interface Connecting {
  auth: TicketSource;
  baseUrl: string;
  environment: SocketEnvironment;
}

export type TicketSource = Pick<Auth, 'refresh' | 'ticket'>;

/** A ticket for a socket. When the server said that the session is over, it is asked first whether that is so. */
export async function ticketFor(
  auth: TicketSource,
  channel: string | undefined,
  isSignedOut: boolean,
): Promise<string> {
  if (isSignedOut) await auth.refresh();
  return auth.ticket(channel);
}
