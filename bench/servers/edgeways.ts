import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type Running } from './program.ts';
import { WireSocket } from '../load/wire-socket.ts';

/** Somebody who is signed in to the server under test. */
export interface Client {
  workspace: string;
  user: string;
  call(method: string, args: object): Promise<Record<string, unknown>>;
  /** Opens a socket of a channel; resolves after its first frame. `onFrame` gets the others. */
  openChannel(channel: string, onFrame: (payload: Buffer) => void, query?: string): Promise<WireSocket>;
}

/** Our server as `npm start` runs it, with limits on posting out of the way. */
export async function startEdgeways(env: Record<string, string> = {}): Promise<Running> {
  return run({
    command: process.execPath,
    args: ['scripts/start.ts'],
    env: { DATA_DIR: mkdtempSync(join(tmpdir(), 'edgeways-')), POSTS_PER_SECOND: '1000000', ...env },
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
  return {
    workspace: String(workspace),
    user: String(user),
    call: (method, args) => post(base, `/api/${method}`, args, token),
    async openChannel(channel, onFrame, query = '') {
      const { ticket } = await post(base, '/auth/ticket', { channel }, token);
      const greeted = Promise.withResolvers<void>();
      let isGreeted = false;
      const take = (payload: Buffer) => {
        if (isGreeted) return onFrame(payload);
        isGreeted = true;
        greeted.resolve();
      };
      const url = `ws://127.0.0.1:${server.port}/sockets/channels/${channel}?ticket=${String(ticket)}&protocol=1${query}`;
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
