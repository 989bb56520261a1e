import { errorCodes, type ErrorCode } from './error-codes.ts';

export { errorCodes, isErrorCode, type ErrorCode } from './error-codes.ts';

/** A refusal. Thrown anywhere, formatted in one place; carries nothing but its code and, for the caller, details. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Facts that go on the wire beside the code, such as `needed` and `provided` of missing_scope. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, details: Readonly<Record<string, unknown>> = {}) {
    super(errorCodes[code]);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

export type Refusal = {
  ok: false;
  error: ErrorCode;
  /** Seconds, with `ratelimited`. */
  retryAfter?: number;
};

/** How an object answers a call: errors do not keep their class across RPC, so a refusal is a value. */
export type Outcome<T> = ({ ok: true } & T) | Refusal;

export function refuse(error: ErrorCode, retryAfter?: number): Refusal {
  return retryAfter === undefined ? { ok: false, error } : { ok: false, error, retryAfter };
}

/** The answer, or the refusal thrown. */
export function unwrap<T>(outcome: Outcome<T>): { ok: true } & T {
  if (outcome.ok) return outcome;
  const { error, retryAfter } = outcome;
  // A header takes whole seconds, and the client is to come back when the wait is over.
  throw new AppError(error, retryAfter === undefined ? {} : { retry_after: Math.ceil(retryAfter) });
}
