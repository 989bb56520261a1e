import { z } from 'zod';
import type { ErrorCode } from './error-codes.ts';

/**
 * A code as it comes from a server. Only its form is looked at: a newer server's code is a refusal too, for which a client
 * has no sentence of its own; and the table of sentences is not for a client to load first.
 */
export const ErrorCodeSchema = z.custom<ErrorCode>(
  (value) => typeof value === 'string' && /^[a-z0-9_]{1,64}$/.test(value),
);
