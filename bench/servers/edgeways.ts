import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type Running } from './program.ts';
import { WireSocket } from '../load/wire-socket.ts';

/** Somebody who is signed in to the server under test. */
export interface Client {
  workspace: string;
  user: string;
  token: string;
  email: string;
  /** An API token with these scopes. */
  createToken(scopes: readonly string[]): Promise<string>;
  /** Opens the socket of the session; resolves to its first frame, `boot`. */
  openSession(): Promise<{ boot: string; socket: WireSocket }>;
  call(method: string, args: object): Promise<Record<string, unknown>>;
  /** Opens a socket of a channel; resolves after its first frame. `onFrame` gets the others. */
  openChannel(
    channel: string,
    onFrame: (payload: Buffer) => void,
    query?: string,
    onHello?: (payload: Buffer) => void,
  ): Promise<WireSocket>;
}

/** Our server as `npm start` runs it, with limits on posting out of the way. `dataDir` to go on with what is there. */
export async function startEdgeways(dataDir = mkdtempSync(join(tmpdir(), 'edgeways-'))): Promise<Running> {
  return run({
    command: process.execPath,
    args: ['scripts/start.ts'],
    env: { DATA_DIR: dataDir, POSTS_PER_SECOND: '1000000' },
    ready: /is ready: open/,
  });
}

/** A new workspace and its owner. */
export async function createOwner(server: Running, email = 'owner@example.com'): Promise<Client> {
  const base = `http://127.0.0.1:${server.port}`;
  await post(base, '/auth/code', { email });
  const code = await server.printed(new RegExp(`sign-in code for ${RegExp.escape(email)}: (\\d{6})`));
  const { proof } = await post(base, '/auth/verify', { email, code });
  const signedIn = await post(base, '/auth/create-workspace', {
    proof,
    workspace_name: 'Bench',
    display_name: 'Owner',
  });
  const token = String(signedIn['access_token']);
  const { user_id: user, team_id: workspace } = await post(base, '/api/auth.test', {}, token);
  return clientOf(server.port, token, { email, workspace: String(workspace), user: String(user) });
}

/** The same person at a server that was started again. */
export function atServer(server: Running, { token, ...who }: Client): Client {
  return clientOf(server.port, token, who);
}

function clientOf(port: number, token: string, who: Pick<Client, 'email' | 'workspace' | 'user'>): Client {
  const base = `http://127.0.0.1:${port}`;
  const sockets = `ws://127.0.0.1:${port}/sockets`;
  const { email, workspace, user } = who;
  return {
    email,
    workspace,
    user,
    token,
    call: async (method, args) => post(base, `/api/${method}`, args, token),
    createToken: async (scopes) =>
      String((await post(base, '/auth/tokens', { name: 'bench', scopes }, token))['token']),
    async openSession() {
      const { ticket } = await post(base, '/auth/ticket', {}, token);
      const boot = Promise.withResolvers<string>();
      const url = `${sockets}/session?ticket=${String(ticket)}&protocol=1`;
      const socket = await WireSocket.open(url, (frame) => boot.resolve(frame.toString()));
      return { boot: await boot.promise, socket };
    },
    async openChannel(channel, onFrame, query = '', onHello = () => undefined) {
      const { ticket } = await post(base, '/auth/ticket', { channel }, token);
      const greeted = Promise.withResolvers<void>();
      let isGreeted = false;
      const take = (payload: Buffer) => {
        if (isGreeted) return onFrame(payload);
        isGreeted = true;
        onHello(payload);
        greeted.resolve();
      };
      const url = `${sockets}/channels/${channel}?ticket=${String(ticket)}&protocol=1${query}`;
      const socket = await WireSocket.open(url, take);
      await greeted.promise;
      return socket;
    },
  };
}

/** A channel that the client makes; its id. */
export async function createChannel(client: Client, name: string): Promise<string> {
  const { channel } = await client.call('conversations.create', { name });
  if (typeof channel !== 'object' || channel === null || !('id' in channel)) throw new Error('no channel');
  return String(channel.id);
}

async function post(base: string, path: string, body: object, token?: string): Promise<Record<string, unknown>> {
  const response = await fetch(base + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const answer: Record<string, unknown> = await response.json();
  if (answer['ok'] !== true) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer;
}
