import { z } from 'zod';
import { isErrorCode, type ErrorCode } from '../../shared/error-codes.ts';
import { rates, type Tier } from '../../workers/api/rate-limits.ts';

/** Scopes by kind of token; a kind that is not named may not call. */
const Scopes = z.object({ user: z.array(z.string()), bot: z.array(z.string()) }).partial();

/** What the reference reads of a method's declaration (`workers/api/method.ts`). */
const Declaration = z.object({
  name: z.string().regex(/^\w+(\.\w+)+$/),
  summary: z.string(),
  tier: z.custom<Tier>((value) => (typeof value === 'string' || typeof value === 'number') && value in rates),
  scopes: z.union([z.literal('open'), Scopes]),
  errors: z.array(z.custom<ErrorCode>((value) => typeof value === 'string' && isErrorCode(value))),
  input: z.instanceof(z.ZodObject),
});
export type Declaration = z.infer<typeof Declaration>;

const Declarations = z.object({ methods: z.array(Declaration) });

/**
 * The declarations, out of the Worker's code. Its types are those of the Workers runtime and do not exist here, so it is
 * imported unseen, and looked at when it is there.
 */
export async function loadMethods(): Promise<Declaration[]> {
  const address = new URL('../../workers/api/methods.ts', import.meta.url);
  const module: unknown = await import(address.href);
  return Declarations.parse(module).methods;
}
