import { BoundedMap } from '../../shared/bounded-map.ts';
import { offsetAt } from '../../shared/calendar/wall-time.ts';

export type Zone = { tz_label: string; tz_offset: number };

/** Making a formatter costs far more than using it; a list of people needs few. */
const formatters = new BoundedMap<string, Intl.DateTimeFormat>(500);

/** What Slack says of a time zone beside its name: the name in words, and the seconds east of Greenwich, both at `now`. */
export function describeZone(tz: string, now: number): Zone {
  const label = (formatters.get(tz) ?? addFormatter(tz)).formatToParts(now).find(({ type }) => type === 'timeZoneName');
  return { tz_label: label?.value ?? '', tz_offset: offsetAt(tz, now) / 1000 };
}

function addFormatter(tz: string): Intl.DateTimeFormat {
  const formatter = makeFormatter(tz);
  formatters.set(tz, formatter);
  return formatter;
}

/** An imported person may have a zone that the runtime does not know. */
function makeFormatter(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'long' });
  } catch {
    return makeFormatter('UTC');
  }
}
