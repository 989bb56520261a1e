import { formatLocale } from '../i18n/format-locale.ts';
import { tsToMicros } from '../../../shared/timestamps.ts';

/** Times as people of the chosen language write them; the formatters are made once for each, since making them is slow. */
const formatters = new Map<string, ReturnType<typeof makeFormatters>>();

function makeFormatters(locale: string) {
  const day = { weekday: 'long', month: 'long', day: 'numeric' } as const;
  return {
    clock: new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }),
    exact: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' }),
    dayThisYear: new Intl.DateTimeFormat(locale, day),
    dayOtherYear: new Intl.DateTimeFormat(locale, { ...day, year: 'numeric' }),
    shortDate: new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric' }),
    shortDay: new Intl.DateTimeFormat(locale, { weekday: 'short', month: 'short', day: 'numeric' }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
  };
}

function formats() {
  const locale = formatLocale();
  let found = formatters.get(locale);
  if (!found) formatters.set(locale, (found = makeFormatters(locale)));
  return found;
}

function dateOf(ts: string): Date {
  return new Date(tsToMicros(ts) / 1000);
}

/** `10:32`, or what the locale has. */
export function formatClock(ts: string): string {
  return formats().clock.format(dateOf(ts));
}

/** Day and time in full, for a tooltip. */
export function formatExact(ts: string): string {
  return formats().exact.format(dateOf(ts));
}

export function formatDate(time: Date): string {
  return formats().shortDate.format(time);
}

/** Today, yesterday, or the day with its weekday; with the year when it is another one. */
export function formatDay(ts: string, now = new Date()): string {
  const date = dateOf(ts);
  const { relative, dayThisYear, dayOtherYear } = formats();
  const days = daysBetween(date, now);
  if (days === 0 || days === 1) return capitalise(relative.format(-days, 'day'));
  return (date.getFullYear() === now.getFullYear() ? dayThisYear : dayOtherYear).format(date);
}

/** How long ago in the largest unit that fits: `3 days ago`, `last month`. */
export function formatAgo(ts: string, now = new Date()): string {
  const { relative } = formats();
  const days = daysBetween(dateOf(ts), now);
  if (days === 0) return formatClock(ts);
  if (days < 30) return relative.format(-days, 'day');
  return days < 365
    ? relative.format(-Math.round(days / 30), 'month')
    : relative.format(-Math.round(days / 365), 'year');
}

/** A moment near now, past or to come: `today at 9:00`, `Mon, 30 Nov at 9:00`. */
export function formatMoment(moment: Date, now = new Date()): string {
  const { clock, relative, shortDay, shortDate } = formats();
  const days = daysBetween(now, moment);
  if (Math.abs(days) <= 1) return `${relative.format(days, 'day')}, ${clock.format(moment)}`;
  const day = moment.getFullYear() === now.getFullYear() ? shortDay : shortDate;
  return `${day.format(moment)}, ${clock.format(moment)}`;
}

/** Midnights between the two; a day with 23 or 25 hours is one too. */
function daysBetween(earlier: Date, later: Date): number {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  return Math.round((midnight(later) - midnight(earlier)) / 86_400_000);
}

function capitalise(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase() + rest.join('');
}
