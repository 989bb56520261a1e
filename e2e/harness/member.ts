import {
  createAuth,
  createMemoryQueueStorage,
  openWorkspace,
  type Auth,
  type ChannelHandle,
  type QueueStorage,
  type ReadableStore,
  type Workspace,
} from '../../client/index.ts';
import type { TestServer } from './server.ts';

/** Somebody who uses the client library without a browser. */
export interface Member {
  auth: Auth;
  workspace: Workspace;
  queue: QueueStorage;
}

/** Signs in with a code and makes a workspace. */
export async function createOwner(server: TestServer, email: string, workspaceName = 'Testers'): Promise<Member> {
  const auth = createAuthOf(server);
  const proof = await prove(server, auth, email);
  await auth.createWorkspace({ proof, workspaceName, displayName: email.split('@')[0] ?? email });
  return enter(server, auth);
}

/** Signs in with a code and joins by an invitation that `inviter` makes. */
export async function createMember(server: TestServer, email: string, inviter: Member): Promise<Member> {
  const { link } = await inviter.auth.invite({ emails: [], role: 'member' });
  if (link === undefined) throw new Error('No link was given.');
  return joinBy(link, server, email);
}

/** Signs in with a code and joins by the link of an invitation. */
export async function joinBy(link: string, server: TestServer, email: string): Promise<Member> {
  const invitation = link.split('/join/')[1] ?? '';
  const auth = createAuthOf(server);
  const proof = await prove(server, auth, email);
  await auth.join({ proof, invitation, displayName: email.split('@')[0] ?? email });
  return enter(server, auth);
}

/** A POST as a program makes one, with JSON and a token. */
export async function callApi(
  server: TestServer,
  method: string,
  token: string,
  body: unknown,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${server.url}/api/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  });
  const answer: Record<string, unknown> = await response.json();
  return answer;
}

/** Resolves when the store's value is as wished; the test's own time limit is the only one. */
export function until<T>(store: ReadableStore<T>, isSo: (value: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    let unsubscribe = () => {};
    const look = () => {
      const value = store.get();
      if (!isSo(value)) return;
      unsubscribe();
      resolve(value);
    };
    unsubscribe = store.subscribe(look);
    look();
  });
}

/** The channel, opened, once it is live. */
export async function openLive(member: Member, channelId: string): Promise<ChannelHandle> {
  const channel = member.workspace.openChannel(channelId);
  await until(channel.connection, ({ kind }) => kind === 'live');
  return channel;
}

function createAuthOf(server: TestServer): Auth {
  const values = new Map<string, string>();
  return createAuth({
    baseUrl: server.url,
    storage: {
      getItem: (key) => values.get(key) ?? null,
      setItem: (key, value) => void values.set(key, value),
      removeItem: (key) => void values.delete(key),
    },
  });
}

async function prove(server: TestServer, auth: Auth, email: string): Promise<string> {
  await auth.requestCode(email);
  const { proof } = await auth.verify(email, await server.codeFor(email));
  return proof;
}

function enter(server: TestServer, auth: Auth): Member {
  const queue = createMemoryQueueStorage();
  return { auth, queue, workspace: openWorkspace({ baseUrl: server.url, auth, storage: queue }) };
}
