import { parseArgs } from 'node:util';
import { ImportError } from './import-error.ts';

export interface Options {
  /** The zip's path. */
  file: string;
  /** Of the server, without a slash at the end. */
  url: string;
  /** An API token, or the address of somebody who gets a code. */
  identity: { token: string } | { email: string };
  /** The domain or name of the workspace, for an address that has several. */
  workspace: string | undefined;
  /** The id of an import to go on with. */
  resume: string | undefined;
}

export const usage = `Imports a Slack export into a workspace. Only its administrators can.

  npm run import -- export.zip --email you@example.com
  npm run import -- export.zip --token xoxp-…

  --url        the server (default: http://localhost:8787)
  --email      sign in with a code, which comes by mail, or is printed by a server without mail
  --workspace  the workspace's name, if the address is in several
  --token      an API token with the scope "admin"; or set EDGEWAYS_TOKEN
  --resume     the id of an import whose upload was cut off, or that is to be watched`;

/** Null when help was asked for. Throws ImportError for what makes no sense. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): Options | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [file, ...more] = positionals;
  if (file === undefined) throw new ImportError(`Which file is to be imported?\n\n${usage}`);
  if (more.length > 0) throw new ImportError(`One file at a time, please; these are ${positionals.length}.`);
  const url = (values.url ?? 'http://localhost:8787').replace(/\/+$/, '');
  if (!URL.canParse(url)) throw new ImportError(`${url} is not an address, such as http://localhost:8787.`);
  // An address that was typed wins over a token that lies about in the environment.
  const token = values.token ?? (values.email === undefined ? environment['EDGEWAYS_TOKEN'] : undefined);
  const { email, workspace, resume } = values;
  if (token) return { file, url, identity: { token }, workspace, resume };
  if (email) return { file, url, identity: { email }, workspace, resume };
  throw new ImportError(whoImports(url));
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        url: text,
        email: text,
        workspace: text,
        token: text,
        resume: text,
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new ImportError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function whoImports(url: string): string {
  return `Who imports? An administrator of the workspace does, in one of two ways:

  --email you@example.com   You are sent a code, which is asked for here.
  --token xoxp-…            An API token with the scope "admin"; EDGEWAYS_TOKEN may have it, too. To get one, signed in:
                            POST ${url}/auth/tokens {"name": "import", "scopes": ["admin"]}`;
}
