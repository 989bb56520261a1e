import type { ErrorCode } from '../../shared/errors.ts';

/** What any method may refuse with, so that no method lists it: the call was not understood, not let in, or too much. */
export const commonErrors: readonly ErrorCode[] = [
  'invalid_arguments',
  'invalid_json',
  'invalid_form_data',
  'invalid_post_type',
  'request_too_large',
  'ratelimited',
  'internal_error',
  'service_unavailable',
  'not_authed',
  'invalid_auth',
  'token_expired',
  'token_revoked',
  'account_inactive',
  'missing_scope',
  'not_allowed_token_type',
];
