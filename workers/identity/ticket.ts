import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { SessionClaims, type SessionIdentity } from './access-token.ts';
import { accessWorkspaceClaims, signJwt } from './jwt.ts';

/** Seconds. */
const ticketLifetime = 30;

/** What a ticket opens a socket to. */
export type TicketTarget = 'session' | { channelId: string };

/** A ticket that was verified. The object makes it single-use: it remembers `id` until `expires` (milliseconds). */
export type Ticket = SessionIdentity & { id: string; expires: number };

const TicketClaims = SessionClaims.extend({ jti: z.string(), target: z.string(), exp: z.number() });

export async function signTicket(
  env: Env,
  identity: SessionIdentity,
  target: TicketTarget,
  now: number,
): Promise<string> {
  const claims = {
    team: identity.workspaceId,
    sub: identity.userId,
    sid: identity.sessionId,
    jti: crypto.randomUUID(),
    target: targetText(target),
  };
  return signJwt(env, 'ticket', identity.workspaceId, claims, ticketLifetime, now);
}

/** Verifies a ticket to that target; refuses with `invalid_ticket`. */
export async function accessTicket(env: Env, token: string, target: TicketTarget, now: number): Promise<Ticket> {
  const refusal = { invalid: 'invalid_ticket', expired: 'invalid_ticket' } as const;
  const payload = await accessWorkspaceClaims(env, 'ticket', token, now, refusal);
  const claims = TicketClaims.parse(payload);
  if (claims.target !== targetText(target)) throw new AppError('invalid_ticket');
  return {
    workspaceId: claims.team,
    userId: claims.sub,
    sessionId: claims.sid,
    id: claims.jti,
    expires: claims.exp * 1000,
  };
}

function targetText(target: TicketTarget): string {
  return target === 'session' ? 'session' : `channel:${target.channelId}`;
}
