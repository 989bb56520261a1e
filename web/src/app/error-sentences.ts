import { ApiError, type ApiErrorCode } from '../../../client/api/api-error.ts';
import { appText } from './text.ts';

type Sentences = Partial<Record<ApiErrorCode | 'restricted_call', string>>;

/** What to tell people, which is rarely needed and never first: until it has come, something general does. */
let sentences: () => Sentences = () => ({});

/** Loads them, once the page has come to rest. */
export async function loadSentences(): Promise<void> {
  sentences = (await import('./error-text.ts')).errorText;
}

/** What to tell the person about an error, whatever it is. */
export function sentenceFor(error: unknown): string {
  return error instanceof ApiError ? sentenceForCode(error.code) : appText().wentWrong;
}

export function sentenceForCode(code: ApiErrorCode): string {
  const known = sentences()[code];
  if (known !== undefined) return known;
  if (code === 'network' || code === 'bad_answer') return appText().noAnswer;
  return appText().wentWrong;
}

/** Why a message was not sent. What a setting keeps people from there is calling everybody. */
export function sentenceForUnsent(code: ApiErrorCode): string {
  return (code === 'restricted_action' ? sentences().restricted_call : null) ?? sentenceForCode(code);
}
