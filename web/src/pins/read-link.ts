import { getSafeUrl } from '../../../shared/mrkdwn/safe-url.ts';

/** The web address that somebody typed, with a scheme if they left it out; null when it is none. */
export function readLink(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d/.test(text) ? text : `https://${text}`);
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && /[.:]|^localhost$/.test(url.hostname);
  return isWeb ? getSafeUrl(url.href) : null;
}
