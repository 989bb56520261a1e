import { useStore } from '../app/use-store.ts';
import { formatLocale } from '../i18n/format-locale.ts';
import { personNameOf } from '../people/naming.ts';
import { useNames, usePerson, usePersonName } from '../people/people-context.tsx';
import { PersonAvatar } from '../people/person-avatar.tsx';
import styles from './direct-start.module.css';
import { directText } from './text.ts';

/** The beginning of a direct message. `members`: the other people; nobody in what one writes to oneself. */
export default function DirectStart({ members }: { members: readonly string[] }) {
  const { self } = useNames();
  const [partner = self] = members;
  return members.length > 1 ? <GroupStart members={members} /> : <PersonStart id={partner} isSelf={partner === self} />;
}

function PersonStart({ id, isSelf }: { id: string; isSelf: boolean }) {
  const t = directText();
  const person = usePerson(id);
  const name = usePersonName(id);
  const time = person && localTime(person.tz);
  const about = [person?.profile.title, !isSelf && time && t.localTime(time)].filter(Boolean);
  return (
    <div className={styles.start}>
      <PersonAvatar id={id} name={name} size={72} />
      <h2 className={styles.title}>{isSelf ? t.selfTitle(name) : name}</h2>
      {about.length > 0 && <p className={styles.about}>{about.join(' · ')}</p>}
      <p className={styles.text}>{isSelf ? t.selfStart : t.start(name)}</p>
      <button type="button" className={styles.profile} data-person={id}>
        {t.seeProfile}
      </button>
    </div>
  );
}

function GroupStart({ members }: { members: readonly string[] }) {
  const known = useStore(useNames().users.store);
  const names = members.map((id) => personNameOf(known.get(id), id));
  const line = new Intl.ListFormat(formatLocale(), { type: 'conjunction' }).format(names);
  return (
    <div className={styles.start}>
      <div className={styles.faces}>
        {members.map((id, index) => (
          <PersonAvatar key={id} id={id} name={names[index] ?? id} size={44} />
        ))}
      </div>
      <h2 className={styles.title}>{names.join(', ')}</h2>
      <p className={styles.text}>{directText().groupStart(line)}</p>
    </div>
  );
}

/** What a clock in that zone shows; null for a zone that this browser does not know. */
function localTime(timeZone: string): string | null {
  try {
    return new Date().toLocaleTimeString(formatLocale(), { hour: 'numeric', minute: '2-digit', timeZone });
  } catch {
    return null;
  }
}
