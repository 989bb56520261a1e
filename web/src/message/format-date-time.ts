import { formatLocale } from '../i18n/format-locale.ts';

/** Slack's fields of a date format (https://docs.slack.dev/messaging/formatting-message-text, "Date formatting"). */
const fields: Record<string, Intl.DateTimeFormatOptions> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_slash: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  date_long_full: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_pretty: { year: 'numeric', month: 'long', day: 'numeric' },
  date_long_pretty: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  date_short_pretty: { year: 'numeric', month: 'short', day: 'numeric' },
  day_divider_pretty: { weekday: 'long', month: 'long', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

/** The moment in that format, in the reader's locale and time zone; null when it is no moment or a field is unknown. */
export function formatDateTime(moment: Date, format: string): string | null {
  if (Number.isNaN(moment.getTime())) return null;
  let isKnown = true;
  const text = format.replace(/\{(\w+)\}/g, (_, field: string) => {
    const options = fields[field];
    isKnown &&= options !== undefined;
    return options ? moment.toLocaleString(formatLocale(), options) : '';
  });
  return isKnown ? text : null;
}
