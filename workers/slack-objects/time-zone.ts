import { BoundedMap } from '../../shared/bounded-map.ts';

export type Zone = { tz_label: string; tz_offset: number };

/** Making a formatter costs far more than using it; a list of people needs few. */
const formatters = new BoundedMap<string, { label: Intl.DateTimeFormat; offset: Intl.DateTimeFormat }>(500);

/** What Slack says of a time zone beside its name: the name in words, and the seconds east of Greenwich, both at `now`. */
export function describeZone(tz: string, now: number): Zone {
  const { label, offset } = formatters.get(tz) ?? addFormatters(tz);
  return { tz_label: zoneName(label, now), tz_offset: toSeconds(zoneName(offset, now)) };
}

function addFormatters(tz: string) {
  const made = { label: formatter(tz, 'long'), offset: formatter(tz, 'longOffset') };
  formatters.set(tz, made);
  return made;
}

/** An imported person may have a zone that the runtime does not know. */
function formatter(tz: string, timeZoneName: 'long' | 'longOffset'): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName });
  } catch {
    return new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', timeZoneName });
  }
}

function zoneName(of: Intl.DateTimeFormat, now: number): string {
  return of.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** From `GMT`, `GMT-07:00` or `GMT+05:30`. */
function toSeconds(offset: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(offset) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
