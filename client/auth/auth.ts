import { z } from 'zod';
import {
  CodeAnswer,
  DevicesAnswer,
  InvitationAnswer,
  InviteAnswer,
  OptionsAnswer,
  SignedIn as SignedInAnswer,
  TicketAnswer,
  TokenAnswer,
  VerifyAnswer,
} from '../../shared/protocol/auth.ts';
import { ApiError, isPassing, isSignedOut, type ApiErrorCode } from '../api/api-error.ts';
import { createPost } from './auth-post.ts';
import { systemClock, type Clock } from '../clock.ts';
import { createKnownWorkspaces, type KeyValueStorage, type KnownWorkspace } from './known-workspaces.ts';
import { createRefresh, type Locks } from './refresh.ts';

export type { KeyValueStorage, KnownWorkspace } from './known-workspaces.ts';
export type { Locks } from './refresh.ts';

type SignedIn = z.output<typeof SignedInAnswer>;

/** Who is signed in, and where. */
export type Identity = Pick<SignedIn, 'workspace' | 'user'>;

/** `signed_out`: the person did it, here. */
export type SignedOutListener = (workspaceId: string, reason: ApiErrorCode | 'signed_out') => void;

export interface AuthOptions {
  /** Such as `https://chat.example.com`, without a slash at the end. */
  baseUrl: string;
  storage: KeyValueStorage;
  /** Keeps two tabs from using one refresh cookie at the same time. */
  locks?: Locks;
  fetch?: typeof fetch;
  clock?: Clock;
}

export interface NewMember {
  proof: string;
  displayName: string;
  /** IANA, such as `Europe/Lisbon`. */
  timeZone?: string;
}

/** Signing in and staying so. One workspace at a time is the current one; calls throw ApiError. */
export interface Auth {
  /** Sends a six-digit code. */
  requestCode(email: string): Promise<z.output<typeof CodeAnswer>>;
  verify(email: string, code: string): Promise<z.output<typeof VerifyAnswer>>;
  createWorkspace(member: NewMember & { workspaceName: string }): Promise<SignedIn>;
  signIn(proof: string, workspaceId: string): Promise<SignedIn>;
  join(member: NewMember & { invitation: string }): Promise<SignedIn>;
  /** Signs in as one of the people whom a demo server offers. */
  demo(email: string): Promise<SignedIn>;
  /** What the sign-in page should offer. */
  options(): Promise<z.output<typeof OptionsAnswer>>;
  invitation(token: string): Promise<z.output<typeof InvitationAnswer>>;

  /** Resumes a workspace with the device's cookie and makes it the current one. */
  refresh(workspaceId?: string): Promise<SignedIn>;
  /**
   * Makes a workspace that this device knows the current one, without asking the network; a token is fetched when one is
   * needed. Null when the device does not know enough: then `refresh` may.
   */
  restore(workspaceId: string): Identity | null;
  signOut(options?: { everywhere?: boolean }): Promise<void>;
  /** The current workspace's; renewed a minute before it runs out, or when the server rejected this one. */
  accessToken(options?: { rejected?: string }): Promise<string>;
  /** A single-use pass of 30 seconds for one socket: a channel's, or the session's. */
  ticket(channel?: string): Promise<string>;
  current(): Identity | null;
  /** Where this device is signed in, as far as it remembers; kept over reloads. */
  knownWorkspaces(): readonly KnownWorkspace[];
  /** The session of a workspace ended: signed out here, elsewhere, or by an administrator. Returns the unsubscription. */
  onSignedOut(listener: SignedOutListener): () => void;

  invite(invitees: { emails: string[]; role: 'admin' | 'member' }): Promise<z.output<typeof InviteAnswer>>;
  devices(): Promise<z.output<typeof DevicesAnswer>>;
  /** Signs another device of the person's out: its sockets are closed when this resolves. */
  signOutDevice(id: string): Promise<void>;
  createToken(name: string, scopes: string[]): Promise<z.output<typeof TokenAnswer>>;
}

interface Session {
  identity: Identity;
  /** Null until one is fetched. */
  token: string | null;
  /** Milliseconds since 1970. */
  expires: number;
}

const Done = z.object({});
/** Before a token runs out. Milliseconds. */
const renewBefore = 60_000;

export function createAuth(options: AuthOptions): Auth {
  const { baseUrl, storage, fetch: fetchImpl = fetch, clock = systemClock } = options;
  const post = createPost(baseUrl, fetchImpl);
  const known = createKnownWorkspaces(storage);
  const listeners = new Set<SignedOutListener>();
  let session: Session | null = null;

  function enter(answer: SignedIn): SignedIn {
    const { workspace, user } = answer;
    session = {
      identity: { workspace, user },
      token: answer.access_token,
      expires: clock.now() + answer.expires_in * 1000,
    };
    known.add(session.identity);
    return answer;
  }

  function leave(workspaceId: string, reason: ApiErrorCode | 'signed_out') {
    if (session?.identity.workspace.id === workspaceId) session = null;
    known.remove(workspaceId);
    for (const listener of [...listeners]) listener(workspaceId, reason);
  }

  const signInWith = async (path: string, body: object) => enter(await post(path, SignedInAnswer, { body }));
  const renew = createRefresh({ post, storage, ...(options.locks && { locks: options.locks }) });

  async function refresh(workspaceId = session?.identity.workspace.id): Promise<SignedIn> {
    if (workspaceId === undefined) throw new ApiError('not_authed');
    const before = session;
    try {
      const answer = await renew(workspaceId);
      // Another workspace may have been entered meanwhile; then that is the current one.
      const isSame = session === before || session?.identity.workspace.id === workspaceId;
      return isSame ? enter(answer) : answer;
    } catch (error) {
      if (endsSession(error)) leave(workspaceId, error.code);
      throw error;
    }
  }

  async function accessToken({ rejected }: { rejected?: string } = {}): Promise<string> {
    const held = session;
    if (held === null) throw new ApiError('not_authed');
    const { token } = held;
    const left = held.expires - clock.now();
    if (token !== null && (rejected === undefined ? left > renewBefore : token !== rejected)) return token;
    try {
      return (await refresh()).access_token;
    } catch (error) {
      // Renewing early may fail without harm; the next call tries again.
      if (token !== null && rejected === undefined && left > 0 && isPassing(error)) return token;
      throw error;
    }
  }

  /** As the signed-in person, with one new token if the server does not take this one. */
  async function postSigned<S extends z.ZodType>(
    path: string,
    answer: S,
    body?: object,
    method?: 'DELETE',
  ): Promise<z.output<S>> {
    const token = await accessToken();
    try {
      return await post(path, answer, { method, body, token });
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      return post(path, answer, { method, body, token: await accessToken({ rejected: token }) });
    }
  }

  const memberOf = ({ proof, displayName, timeZone }: NewMember) => ({
    proof,
    display_name: displayName,
    ...(timeZone !== undefined && { tz: timeZone }),
  });

  return {
    requestCode: (email) => post('code', CodeAnswer, { body: { email } }),
    verify: (email, code) => post('verify', VerifyAnswer, { body: { email, code } }),
    createWorkspace: (member) =>
      signInWith('create-workspace', { ...memberOf(member), workspace_name: member.workspaceName }),
    signIn: (proof, workspaceId) => signInWith('sign-in', { proof, workspace_id: workspaceId }),
    join: (member) => signInWith('join', { ...memberOf(member), invitation: member.invitation }),
    demo: (email) => signInWith('demo', { email }),
    options: () => post('options', OptionsAnswer, {}),
    invitation: (token) => post(`invitations/${encodeURIComponent(token)}`, InvitationAnswer, {}),

    refresh,
    restore(workspaceId) {
      const identity = known.identity(workspaceId);
      // A session that is under way has a token, which this has not.
      if (identity !== null && session?.identity.workspace.id !== workspaceId)
        session = { identity, token: null, expires: 0 };
      return identity;
    },
    async signOut({ everywhere = false } = {}) {
      const workspaceId = session?.identity.workspace.id;
      if (workspaceId === undefined) return;
      try {
        await postSigned('sign-out', Done, { everywhere });
      } catch (error) {
        // It was over already, and whoever listens has been told.
        if (isSignedOut(error)) return;
        throw error;
      }
      leave(workspaceId, 'signed_out');
    },
    accessToken,
    ticket: async (channel) => {
      const { ticket } = await postSigned('ticket', TicketAnswer, channel === undefined ? {} : { channel });
      return ticket;
    },
    current: () => session?.identity ?? null,
    knownWorkspaces: known.list,
    onSignedOut(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    invite: (invitees) => postSigned('invitations', InviteAnswer, invitees),
    devices: () => postSigned('devices', DevicesAnswer),
    signOutDevice: async (id) => {
      await postSigned(`devices/${encodeURIComponent(id)}`, Done, undefined, 'DELETE');
    },
    createToken: (name, scopes) => postSigned('tokens', TokenAnswer, { name, scopes }),
  };
}

function endsSession(error: unknown): error is ApiError {
  return isSignedOut(error) || (error instanceof ApiError && error.code === 'workspace_not_found');
}
