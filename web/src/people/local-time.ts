/** The clock on somebody's wall; null for a time zone that this browser does not know. */
export function localTime(timeZone: string, locale: string, now: Date): string | null {
  if (timeZone === '') return null;
  try {
    return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone }).format(now);
  } catch {
    return null;
  }
}
