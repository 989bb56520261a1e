import type { z } from 'zod';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Role } from '../../shared/user.ts';
import type { WorkspacePolicies } from '../../shared/workspace.ts';
import { parseArguments } from '../arguments.ts';
import type { Scope } from '../identity/scopes.ts';
import type { ShardDb } from '../../migrations/shards.ts';
import type { Tier } from './rate-limits.ts';

export type TokenKind = 'user' | 'bot';

/** With what the caller identified: a signed-in device's access token, or an app token, named by its hash. */
export type Credential = { via: 'session'; sessionId: string } | { via: 'token'; tokenHash: string };

/** Who calls, after authentication. */
export type Caller = Credential & {
  workspaceId: string;
  userId: string;
  role: Role;
  kind: TokenKind;
  /** A signed-in person may do whatever their role allows. */
  scopes: ReadonlySet<string> | 'all';
  /** What administrators have decided for everybody. */
  policies: WorkspacePolicies;
};

export type OpenContext = {
  env: Env;
  request: Request;
  /** Milliseconds since 1970. */
  now: number;
};

export type MethodContext = OpenContext & {
  caller: Caller;
  /** The metadata of the caller's workspace. */
  db: ShardDb;
};

/** What goes on the wire beside `ok: true`. */
export type Answer = Record<string, unknown>;

/** The arguments of a call, as they came. */
export type Fields = Record<string, unknown>;

type Described<Input extends z.ZodObject> = {
  name: string;
  summary: string;
  tier: Tier;
  input: Input;
  /** What it may refuse with, beside what every method may (`common-errors.ts`). */
  errors: readonly ErrorCode[];
};

/** The kinds of token that may call, each with the scopes of which it needs one; an empty list asks for none. */
export type ScopesByKind = Partial<Record<TokenKind, readonly Scope[]>>;

export type Method = Described<z.ZodObject> &
  (
    | { scopes: ScopesByKind; run: (fields: Fields, context: MethodContext) => Promise<Answer> }
    | { scopes: 'open'; run: (fields: Fields, context: OpenContext) => Promise<Answer> }
  );

/** Declares a method. Routing, decoding, scopes, rate limits and the reference all come from this declaration. */
export function defineMethod<Input extends z.ZodObject>(
  definition: Described<Input> & {
    scopes: ScopesByKind;
    handler: (call: MethodContext & { input: z.output<Input> }) => Promise<Answer>;
  },
): Method {
  const { handler, ...described } = definition;
  return {
    ...described,
    run: (fields: Fields, context: MethodContext) =>
      handler({ ...context, input: parseArguments(described.input, fields) }),
  };
}

/** Declares a method that anybody may call. */
export function defineOpenMethod<Input extends z.ZodObject>(
  definition: Described<Input> & { handler: (call: OpenContext & { input: z.output<Input> }) => Promise<Answer> },
): Method {
  const { handler, ...described } = definition;
  return {
    ...described,
    scopes: 'open',
    run: (fields: Fields, context: OpenContext) =>
      handler({ ...context, input: parseArguments(described.input, fields) }),
  };
}
