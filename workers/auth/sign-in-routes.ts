import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { AppError } from '../../shared/errors.ts';
import { WorkspaceId } from '../../shared/ids.ts';
import {
  CodeRequest,
  CreateWorkspaceRequest,
  DemoRequest,
  JoinRequest,
  RefreshRequest,
  SignInRequest,
  VerifyRequest,
} from '../../shared/protocol/auth.ts';
import type { AppContext, AppEnv } from '../app.ts';
import { prepareDemo } from '../demo/prepare.ts';
import { doSendCode, doUseCode } from '../identity/codes.ts';
import { doCreateWorkspace } from '../identity/create-workspace.ts';
import { accessDemoPerson, listDemoPeople, requireDemo } from '../identity/demo.ts';
import { noteHost } from '../identity/hosts.ts';
import { doJoin } from '../identity/join.ts';
import { mailDelivery } from '../identity/mail.ts';
import { accessMember, accessPerson, listWorkspaces } from '../identity/memberships.ts';
import { accessProvenEmail, signProof } from '../identity/proof.ts';
import { getRefreshToken, refreshCookieName } from '../identity/refresh-cookie.ts';
import { doRotate } from '../identity/refresh.ts';
import { accessSessionPerson, doSignOut } from '../identity/sessions.ts';
import { accessShard } from '../../migrations/shards.ts';
import { readArguments } from './read-arguments.ts';
import { answerSignIn, answerTokens, clearRefreshCookie } from './signed-in.ts';

/** Ways in: `shared/protocol/auth.ts` says what each takes and gives. */
export const signInRoutes = new Hono<AppEnv>();

signInRoutes.get('/options', async (c) =>
  c.json({ ok: true, mail: mailDelivery(c.env), demo: await listDemoPeople(c.env, c.req.raw) }),
);

signInRoutes.post('/code', async (c) => {
  const { email } = await readArguments(c.req.raw, CodeRequest);
  return c.json({ ok: true, delivery: await doSendCode(c.env, email, c.req.raw, Date.now()) });
});

signInRoutes.post('/verify', async (c) => {
  const now = Date.now();
  const { email, code } = await readArguments(c.req.raw, VerifyRequest);
  await doUseCode(c.env, email, code, c.req.raw, now);
  const [proof, workspaces] = await Promise.all([signProof(c.env, email, now), listWorkspaces(c.env, email)]);
  return c.json({ ok: true, proof, workspaces });
});

signInRoutes.post('/create-workspace', async (c) => {
  const now = Date.now();
  const { proof, workspace_name, display_name, tz } = await readArguments(c.req.raw, CreateWorkspaceRequest);
  const email = await accessProvenEmail(c.env, proof, now);
  const owner = await doCreateWorkspace(c.env, workspace_name, { email, displayName: display_name, tz }, now);
  return answerSignIn(c, owner, now);
});

signInRoutes.post('/sign-in', async (c) => {
  const now = Date.now();
  const { proof, workspace_id } = await readArguments(c.req.raw, SignInRequest);
  const email = await accessProvenEmail(c.env, proof, now);
  return answerSignIn(c, await accessPerson(c.env, email, workspace_id), now);
});

signInRoutes.post('/join', async (c) => {
  const now = Date.now();
  const { proof, invitation, display_name, tz } = await readArguments(c.req.raw, JoinRequest);
  const email = await accessProvenEmail(c.env, proof, now);
  const person = await doJoin(c.env, invitation, { email, displayName: display_name, tz }, now);
  return answerSignIn(c, person, now);
});

/** Called by `npm start -- --demo` when the server is up. */
signInRoutes.post('/demo/prepare', async (c) => {
  requireDemo(c.env, c.req.raw);
  await prepareDemo(c.env, Date.now());
  return c.json({ ok: true });
});

signInRoutes.post('/demo', async (c) => {
  const { email } = await readArguments(c.req.raw, DemoRequest);
  return answerSignIn(c, await accessDemoPerson(c.env, c.req.raw, email), Date.now());
});

signInRoutes.post('/refresh', async (c) => {
  const { workspace_id: workspaceId, attempt } = await readArguments(c.req.raw, RefreshRequest);
  if (!WorkspaceId.safeParse(workspaceId).success) throw new AppError('workspace_not_found');
  try {
    return await refresh(c, workspaceId, attempt, Date.now());
  } catch (error) {
    // A refused cookie is of no more use; on any other failure the client must be able to try again with it.
    if (error instanceof AppError) clearRefreshCookie(c, workspaceId);
    throw error;
  }
});

async function refresh(c: AppContext, workspaceId: string, attempt: string, now: number): Promise<Response> {
  const cookie = getCookie(c, refreshCookieName(workspaceId));
  if (!cookie) throw new AppError('not_authed');
  const token = await getRefreshToken(c.env, workspaceId, cookie);
  if (!token) throw new AppError('invalid_auth');
  const db = await accessShard(c.env, workspaceId);
  const person = await accessSessionPerson(db, workspaceId, token.sessionId);
  const member = await accessMember(c.env, person);
  // Before the token is used up: should it fail, the client comes again.
  await noteHost(db, member, c.req.raw);
  const rotation = await doRotate(db, workspaceId, token, attempt, now);
  if (rotation !== 'reused') return answerTokens(c, member, rotation, now);
  await doSignOut(c.env, db, person, { sessionId: token.sessionId }, now);
  throw new AppError('token_revoked');
}
