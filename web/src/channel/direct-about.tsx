import { useNow } from '../app/use-now.ts';
import { formatLocale } from '../i18n/format-locale.ts';
import { localTime } from '../people/local-time.ts';
import { usePerson } from '../people/people-context.tsx';
import { currentStatus } from '../people/status.ts';
import styles from './channel-header.module.css';
import { channelText } from './text.ts';

/** What they do, what they say of themselves, and what time it is where they are. */
export default function DirectAbout({ id }: { id: string }) {
  const person = usePerson(id);
  const now = new Date(useNow());
  const status = person && currentStatus(person.profile, now.getTime() / 1000);
  const time = person && isElsewhere(person.tz, now) ? localTime(person.tz, formatLocale(), now) : null;
  const about = [person?.profile.title, status?.text, time && channelText().localTime(time)].filter(Boolean);
  return about.length > 0 && <span className={styles.topic}>{about.join(' · ')}</span>;
}

/** Whether their clocks show another time than ours. */
function isElsewhere(timeZone: string, now: Date): boolean {
  const here = localTime(Intl.DateTimeFormat().resolvedOptions().timeZone, 'en', now);
  return localTime(timeZone, 'en', now) !== here;
}
