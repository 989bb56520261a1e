import { isErrorCode } from '../../../shared/error-codes.ts';
import { sentenceForCode } from '../app/error-sentences.ts';

/** Why something was refused, by its code; what is no code is passed over. */
export function codeSentence(code: string | undefined): string | null {
  return code !== undefined && isErrorCode(code) ? sentenceForCode(code) : null;
}
