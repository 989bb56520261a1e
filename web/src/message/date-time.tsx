import type { DateTime } from '../../../shared/mrkdwn/tree.ts';
import { formatLocale } from '../i18n/format-locale.ts';
import { formatDateTime } from './format-date-time.ts';

/** `<!date^…>`: a moment in the reader's own time. */
export default function DateTimeText({ date }: { date: DateTime }) {
  const moment = new Date(date.timestamp * 1000);
  const text = formatDateTime(moment, date.format) ?? date.fallback;
  const time = (
    <time dateTime={moment.toISOString()} data-tip={moment.toLocaleString(formatLocale())}>
      {text}
    </time>
  );
  if (date.url === null) return time;
  return (
    <a href={date.url} target="_blank" rel="noopener noreferrer nofollow">
      {time}
    </a>
  );
}
