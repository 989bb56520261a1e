import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { users } from '../../migrations/shard/schema.ts';
import { accessShard } from '../../migrations/shards.ts';
import { SignedIn } from '../../shared/protocol/auth.ts';
import { signProof } from '../identity/proof.ts';
import { origin, post, send } from './http.ts';

/** Somebody who is signed in, for tests. */
export type Somebody = {
  email: string;
  workspaceId: string;
  userId: string;
  role: string;
  /** An access token. */
  token: string;
  /** The refresh cookie, as `name=value`. */
  cookie: string;
};

let count = 0;

/** An address that no other test has. */
export function newEmail(): string {
  count += 1;
  return `person-${count}@example.com`;
}

/** A proof of the address, without the mail. */
export function proofOf(email: string): Promise<string> {
  return signProof(env, email, Date.now());
}

/** A new workspace's owner. */
export async function createWorkspace(name = 'Acme', email = newEmail()): Promise<Somebody> {
  const body = { proof: await proofOf(email), workspace_name: name, display_name: 'Olga Owner' };
  return signInAt('/auth/create-workspace', email, body);
}

/** Somebody new in the workspace of `inviter`, who is an administrator of it. */
export async function joinWorkspace(inviter: Somebody, email = newEmail()): Promise<Somebody> {
  const body = { proof: await proofOf(email), invitation: await invitationLink(inviter), display_name: 'Mia Member' };
  return signInAt('/auth/join', email, body);
}

/** The same person on another device. */
export async function signInAgain({ email, workspaceId }: Somebody): Promise<Somebody> {
  return signInAt('/auth/sign-in', email, { proof: await proofOf(email), workspace_id: workspaceId });
}

/** The token in a new invitation link. */
export async function invitationLink(inviter: Somebody): Promise<string> {
  const { link } = await post('/auth/invitations', {}, bearer(inviter));
  return String(link).slice(`${origin}/join/`.length);
}

export function bearer({ token }: Pick<Somebody, 'token'>): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

/** An API token of the person with these scopes. */
export async function createToken(person: Somebody, scopes: string[]): Promise<string> {
  const { token } = await post('/auth/tokens', { name: 'test', scopes }, bearer(person));
  return String(token);
}

/** Changes the person's row, where no method does. */
export async function changePerson(
  { workspaceId, userId }: Pick<Somebody, 'workspaceId' | 'userId'>,
  changes: Partial<typeof users.$inferInsert>,
): Promise<void> {
  const db = await accessShard(env, workspaceId);
  await db
    .update(users)
    .set(changes)
    .where(and(eq(users.workspaceId, workspaceId), eq(users.id, userId)));
}

async function signInAt(path: string, email: string, body: object): Promise<Somebody> {
  const response = await send(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  const signedIn = SignedIn.parse(await response.json());
  return {
    email,
    workspaceId: signedIn.workspace.id,
    userId: signedIn.user.id,
    role: signedIn.user.role,
    token: signedIn.access_token,
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
  };
}
