import type { z } from 'zod';
import { ApiError, createApi, createAuth } from '../../client/index.ts';
import { askForCode } from './ask.ts';
import { ImportError } from './import-error.ts';
import type { Options } from './options.ts';

type Call = <S extends z.ZodType>(method: string, answer: S, args: object, signal: AbortSignal) => Promise<z.output<S>>;

/** The server, as somebody who may import. */
export interface Access {
  /** The URL of the server, without a slash at the end. */
  url: string;
  token: string;
  /** Calls a method; throws ApiError. */
  call: Call;
  /** Takes back the token, if it was made for this import. */
  close(): Promise<void>;
}

/** Throws ApiError, or ImportError when the address is in no workspace, or in several. */
export async function openAccess({ url, identity, workspace }: Options): Promise<Access> {
  if ('token' in identity) return accessWith(url, identity.token, async () => undefined);
  const token = await signIn(url, identity.email, workspace);
  const revoke = async () =>
    void (await createApiWith(url, token)
      .call('auth.revoke')
      .catch(() => undefined));
  return accessWith(url, token, revoke);
}

function accessWith(url: string, token: string, close: Access['close']): Access {
  const api = createApiWith(url, token);
  const call: Call = async (method, answer, args, signal) => answer.parse(await api.call(method, args, { signal }));
  return { url, token, call, close };
}

function createApiWith(url: string, token: string) {
  return createApi({ baseUrl: url, getAccessToken: async () => token });
}

/** A token for this import: the one that a sign-in gives is good for ten minutes, and an upload may take longer. */
async function signIn(url: string, email: string, wanted: string | undefined): Promise<string> {
  const auth = createAuth({ baseUrl: url, storage: memoryStorage() });
  const { delivery } = await auth.requestCode(email);
  const { proof, workspaces } = await auth.verify(email, await askForCode(email, delivery));
  const [first, ...others] = workspaces.filter(
    ({ name, domain }) => wanted === undefined || [name.toLowerCase(), domain].includes(wanted.toLowerCase()),
  );
  if (!first) {
    const where = wanted === undefined ? 'no workspace of this server' : `no workspace named ${wanted}`;
    throw new ImportError(`${email} is in ${where}. To create one, open ${url}.`);
  }
  if (others.length > 0) {
    const names = [first, ...others].map(({ domain }) => `  --workspace ${domain}`).join('\n');
    throw new ImportError(`${email} is in several workspaces. Say which one is meant:\n${names}`);
  }
  await auth.signIn(proof, first.id);
  const { token } = await auth.createToken('Import from the command line', ['admin']);
  await auth.signOut();
  return token;
}

function memoryStorage() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

/** Whether the same call may be answered later: the server is restarting, say. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof ApiError && ['network', 'bad_answer', 'internal_error'].includes(error.code);
}
