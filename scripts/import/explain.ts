import { ApiError } from '../../client/index.ts';
import { errorCodes, isErrorCode } from '../../shared/errors.ts';
import { ImportError } from './import-error.ts';

const own: Partial<Record<string, string>> = {
  network:
    'The server does not answer. Does it run (npm start)? Another address than http://localhost:8787 goes after --url.',
  bad_answer: 'What answers there is not a server of Edgeways, or not one of this version.',
  not_an_admin: 'Only administrators of the workspace can import, and this account is none.',
  missing_scope: 'The token lacks the scope "admin". Make another one, or use --email.',
  invalid_code: 'The code is wrong, used or older than ten minutes. Start again for a new one.',
};
const badTokens = ['not_authed', 'invalid_auth', 'token_expired', 'token_revoked', 'account_inactive'];

/** What went wrong, for the person at the terminal; with its stack when it should not have. */
export function explain(error: unknown): string {
  if (error instanceof ImportError) return error.message;
  if (error instanceof DOMException && error.name === 'AbortError') return 'Interrupted.';
  if (!(error instanceof ApiError)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const { code } = error;
  if (badTokens.includes(code)) return `The server does not take this token (${code}).`;
  return own[code] ?? (isErrorCode(code) ? errorCodes[code] : code);
}
