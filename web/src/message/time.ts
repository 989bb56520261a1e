import { tsToMicros } from '../../../shared/timestamps.ts';

/** Times as the person's browser writes them; the formatters are made once, since making them is slow. */
const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const dayThisYear = new Intl.DateTimeFormat(undefined, { weekday: 'long', month: 'long', day: 'numeric' });
const dayOtherYear = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});
const shortDate = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: 'numeric' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

function dateOf(ts: string): Date {
  return new Date(tsToMicros(ts) / 1000);
}

/** `10:32`, or what the locale has. */
export function formatClock(ts: string): string {
  return clock.format(dateOf(ts));
}

/** Day and time in full, for a tooltip. */
export function formatExact(ts: string): string {
  return exact.format(dateOf(ts));
}

export function formatDate(time: Date): string {
  return shortDate.format(time);
}

/** Today, yesterday, or the day with its weekday; with the year when it is another one. */
export function formatDay(ts: string, now = new Date()): string {
  const date = dateOf(ts);
  const days = daysBetween(date, now);
  if (days === 0 || days === 1) return capitalise(relative.format(-days, 'day'));
  return (date.getFullYear() === now.getFullYear() ? dayThisYear : dayOtherYear).format(date);
}

/** How long ago in the largest unit that fits: `3 days ago`, `last month`. */
export function formatAgo(ts: string, now = new Date()): string {
  const days = daysBetween(dateOf(ts), now);
  if (days === 0) return formatClock(ts);
  if (days < 30) return relative.format(-days, 'day');
  return days < 365
    ? relative.format(-Math.round(days / 30), 'month')
    : relative.format(-Math.round(days / 365), 'year');
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
