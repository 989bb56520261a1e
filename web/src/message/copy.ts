import { tell } from '../app/toasts.ts';
import { messageText } from './text.ts';

/** Copies and says so. Browsers allow it only on a secure origin, and may refuse. */
export function copyToClipboard(text: string, done: string): void {
  const failed = () => tell(messageText().copyRefused, { isError: true });
  if (!navigator.clipboard) return failed();
  navigator.clipboard.writeText(text).then(() => tell(done), failed);
}
