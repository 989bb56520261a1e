import { Hono } from 'hono';
import type { Viewer } from '../durable-objects/channel/context.ts';
import { AppError } from '../shared/errors.ts';
import { channelObjectName, relayObjectName, sessionObjectName } from '../shared/ids.ts';
import { closeCodes, protocolVersion, relayHeader } from '../shared/protocol/sockets.ts';
import { authenticateSession } from './api/authenticate.ts';
import type { AppContext, AppEnv } from './app.ts';
import { isListed } from './channels/is-listed.ts';
import { isSameSite } from './identity/origin.ts';
import { viewerOf } from '../durable-objects/channel/viewer.ts';
import { accessTicket, type Ticket, type TicketTarget } from './identity/ticket.ts';

/** The doors to the objects' sockets. Who is at the door is settled here; whether they may enter, by the object. */
export const sockets = new Hono<AppEnv>();

sockets.get('/session', (c) =>
  open(c, 'session', ({ workspaceId, userId }) => c.env.SESSION.getByName(sessionObjectName(workspaceId, userId))),
);

sockets.get('/channels/:id', (c) => {
  const channelId = c.req.param('id');
  return open(c, { channelId }, ({ workspaceId }) =>
    c.env.CHANNEL.getByName(channelObjectName(workspaceId, channelId)),
  );
});

type Door = { fetch(request: Request): Promise<Response> };

async function open(c: AppContext, target: TicketTarget, door: (ticket: Ticket) => Door): Promise<Response> {
  const request = c.req.raw;
  if (request.headers.get('upgrade')?.toLowerCase() !== 'websocket') return c.text('a WebSocket is expected here', 426);
  // Another site's page gets no socket at all: its visitor's browser would send what it likes.
  if (!isSameSite(request)) return c.text('not from another site', 403);
  const { ticket: token = '', protocol } = c.req.query();
  if (protocol !== String(protocolVersion)) return refuse(closeCodes.unsupportedProtocol, 'unsupported_protocol');
  try {
    const ticket = await accessTicket(c.env, token, target, Date.now());
    const { caller, db } = await authenticateSession(c.env, ticket, Date.now());
    // A made-up id wakes no object, which would be a database from then on; it is answered as what is hidden is.
    if (target !== 'session' && !(await isListed(db, ticket.workspaceId, target.channelId))) {
      return refuse(closeCodes.noAccess, '');
    }
    const visitor = () => introduced(request, ticket, viewerOf(caller));
    const response = await door(ticket).fetch(visitor());
    const relay = response.headers.get(relayHeader);
    if (relay === null || target === 'session') return response;
    const name = relayObjectName(ticket.workspaceId, target.channelId, Number(relay));
    return await c.env.RELAY.getByName(name).fetch(visitor());
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refuse(error.code === 'invalid_ticket' ? closeCodes.badTicket : closeCodes.signedOut, error.code);
  }
}

/** What of a client's query an object reads. */
const passedOn = ['protocol', 'epoch', 'seq', 'threads'];
/** What an upgrade needs; the rest of what clients send, the library behind the object might take for its own. */
const upgradeHeader = /^(?:upgrade|connection|sec-websocket-.*)$/;

/** The request as it goes on: what is needed of it, and who is at the door, in headers that no client can set. */
function introduced(request: Request, ticket: Ticket, { role, mayCallEverybody, largeChannel }: Viewer): Request {
  const url = new URL(request.url);
  url.search = new URLSearchParams([...url.searchParams].filter(([name]) => passedOn.includes(name))).toString();
  const headers = new Headers([...request.headers].filter(([name]) => upgradeHeader.test(name)));
  headers.set('x-edgeways-user', ticket.userId);
  headers.set('x-edgeways-role', role);
  if (mayCallEverybody === false) headers.set('x-edgeways-large-channel', String(largeChannel));
  headers.set('x-edgeways-session', ticket.sessionId);
  headers.set('x-edgeways-ticket', ticket.id);
  headers.set('x-edgeways-ticket-expires', String(ticket.expires));
  return new Request(url, { headers });
}

/** Opens the socket only to say why it closes: a browser cannot read the status of an upgrade that failed. */
function refuse(code: number, reason: string): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  server.close(code, reason);
  return new Response(null, { status: 101, webSocket: client });
}
