/** Minutes after midnight as a time field has them: `22:05`. */
export function toClockTime(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** What a time field holds, in minutes after midnight; null while it is incomplete. */
export function fromClockTime(value: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)/.exec(value);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** The days of the week by their short names, from the one on which weeks begin there. 0 is Sunday. */
export function weekDays(locale: string): { day: number; name: string }[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const first = firstDayOf(locale);
  return Array.from({ length: 7 }, (_, index) => {
    const day = (first + index) % 7;
    // The fourth of January 1970 was a Sunday.
    return { day, name: format.format(new Date(Date.UTC(1970, 0, 4 + day))) };
  });
}

function firstDayOf(locale: string): number {
  // Not in every browser yet; without it weeks begin on Monday, as in most of the world.
  const known: Intl.Locale & { getWeekInfo?: () => { firstDay: number } } = new Intl.Locale(locale);
  return (known.getWeekInfo?.().firstDay ?? 1) % 7;
}
