import { sentenceFor } from '../app/error-sentences.ts';
import { tell } from '../app/toasts.ts';

/** Tells why something was refused, in a sentence about it; for `catch`. */
export function refused(sentence: (reason: string) => string = (reason) => reason): (error: unknown) => void {
  return (error) => tell(sentence(sentenceFor(error)), { isError: true });
}
