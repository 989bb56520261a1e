import { Hono } from 'hono';
import { AppError } from '../../shared/errors.ts';
import { ChannelId } from '../../shared/ids.ts';
import { InviteRequest, SignOutRequest, TicketRequest, TokenRequest } from '../../shared/protocol/auth.ts';
import { isAdministrator } from '../../shared/user.ts';
import { authenticate, getBearer } from '../api/authenticate.ts';
import type { AppContext, AppEnv } from '../app.ts';
import { accessInvitation, doInvite, doInviteByMail } from '../identity/invitations.ts';
import { publicOrigin } from '../identity/origin.ts';
import { isScope } from '../identity/scopes.ts';
import { doSignOut, listSessions } from '../identity/sessions.ts';
import { signTicket } from '../identity/ticket.ts';
import { doCreateToken } from '../identity/tokens.ts';
import { readArguments } from './read-arguments.ts';
import { clearRefreshCookie } from './signed-in.ts';

/** What a signed-in person does with their session: `shared/protocol/auth.ts` says what each takes and gives. */
export const sessionRoutes = new Hono<AppEnv>();

sessionRoutes.post('/sign-out', async (c) => {
  const { db, person, identity } = await accessSignedIn(c);
  const { everywhere } = await readArguments(c.req.raw, SignOutRequest);
  await doSignOut(c.env, db, person, everywhere ? 'everywhere' : { sessionId: identity.sessionId }, Date.now());
  clearRefreshCookie(c, person.workspaceId);
  return c.json({ ok: true });
});

sessionRoutes.get('/devices', async (c) => {
  const { db, person, identity } = await accessSignedIn(c);
  const devices = (await listSessions(db, person, Date.now())).map(({ id, label, created, lastUsed }) => ({
    id,
    label,
    created,
    last_used: lastUsed,
    current: id === identity.sessionId,
  }));
  return c.json({ ok: true, devices });
});

/** Signs out one of the person's devices; one that is not theirs is left alone. */
sessionRoutes.delete('/devices/:id', async (c) => {
  const { db, person } = await accessSignedIn(c);
  await doSignOut(c.env, db, person, { sessionId: c.req.param('id') }, Date.now());
  return c.json({ ok: true });
});

sessionRoutes.post('/ticket', async (c) => {
  const { identity } = await accessSignedIn(c);
  const { channel } = await readArguments(c.req.raw, TicketRequest);
  if (channel !== undefined && !ChannelId.safeParse(channel).success) throw new AppError('channel_not_found');
  const target = channel === undefined ? 'session' : { channelId: channel };
  return c.json({ ok: true, ticket: await signTicket(c.env, identity, target, Date.now()) });
});

sessionRoutes.post('/tokens', async (c) => {
  const { db, person } = await accessSignedIn(c);
  const { name, scopes } = await readArguments(c.req.raw, TokenRequest);
  const known = scopes.filter(isScope);
  if (known.length < scopes.length) throw new AppError('invalid_scope');
  return c.json({ ok: true, token: await doCreateToken(db, person, name, known, Date.now()), scopes: known });
});

sessionRoutes.post('/invitations', async (c) => {
  const { db, person, role: ownRole } = await accessSignedIn(c);
  if (!isAdministrator(ownRole)) throw new AppError('not_an_admin');
  const { emails, role } = await readArguments(c.req.raw, InviteRequest);
  const inviter = { ...person, db, origin: publicOrigin(c.req.raw) };
  if (emails.length === 0) {
    const link = await doInvite(inviter, null, role, Date.now());
    return c.json({ ok: true, link, sent: [], refused: [] });
  }
  const invited = await doInviteByMail(c.env, inviter, emails, role, Date.now());
  return c.json({
    ok: true,
    sent: invited.filter((entry) => 'link' in entry),
    refused: invited.filter((entry) => 'error' in entry),
  });
});

sessionRoutes.get('/invitations/:token', async (c) =>
  c.json({ ok: true, ...(await accessInvitation(c.env, c.req.param('token'), Date.now())) }),
);

/** The person and the device that calls. An app token will not do: it must not make itself more tokens, or guests. */
async function accessSignedIn(c: AppContext) {
  const { caller, db } = await authenticate(c.env, getBearer(c.req.raw), Date.now());
  if (caller.via !== 'session') throw new AppError('not_allowed_token_type');
  const { workspaceId, userId, sessionId, role } = caller;
  return { db, role, person: { workspaceId, userId }, identity: { workspaceId, userId, sessionId } };
}
