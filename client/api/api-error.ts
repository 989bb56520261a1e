import { ErrorCodeSchema } from '../../shared/error-code.ts';
import type { ErrorCode } from '../../shared/errors.ts';

/**
 * Why a call did not give what was asked for. `network`: no answer came, and whether the call took effect is unknown.
 * `bad_answer`: something answered that is not of the API, such as a proxy's page, or the answer is not of the expected
 * form.
 */
export type ApiErrorCode = ErrorCode | 'network' | 'bad_answer';

export class ApiError extends Error {
  readonly code: ApiErrorCode;
  /** What the server said beside the code, such as `needed` and `provided` of missing_scope. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ApiErrorCode, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.details = details;
  }
}

/** The refusal in an answer's body. */
export function refusalOf(body: Readonly<Record<string, unknown>>): ApiError {
  const { ok: _ok, error, ...details } = body;
  const code = ErrorCodeSchema.safeParse(error);
  return code.success ? new ApiError(code.data, details) : new ApiError('bad_answer', body);
}

/** Refusals after which only a new sign-in helps. */
export function isSignedOut(error: unknown): error is ApiError {
  return (
    error instanceof ApiError &&
    ['not_authed', 'invalid_auth', 'token_expired', 'token_revoked', 'account_inactive'].includes(error.code)
  );
}

/** What the same call may not meet again after a while. */
export function isPassing(error: unknown): error is ApiError {
  return (
    error instanceof ApiError &&
    ['network', 'bad_answer', 'ratelimited', 'internal_error', 'service_unavailable'].includes(error.code)
  );
}
