import { locale } from './locale.ts';

/**
 * How dates, times and numbers are written: in the language of the interface, and as the browser's own variant of it has
 * them (24 hours in en-GB, 12 in en-US).
 */
export function formatLocale(): string {
  const language = locale.get();
  const preferred = typeof navigator === 'undefined' ? [] : navigator.languages;
  return preferred.find((candidate) => candidate.split('-')[0] === language && isTag(candidate)) ?? language;
}

/** Some systems have more in it than a language tag may: `en-US@posix`. */
function isTag(candidate: string): boolean {
  return /^[a-z0-9-]+$/i.test(candidate);
}
