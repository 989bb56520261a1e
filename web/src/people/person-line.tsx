import type { ReactNode } from 'react';
import type { User } from '../../../shared/user.ts';
import { Avatar } from '../design/avatar.tsx';
import { fullNameOf, personNameOf } from './naming.ts';
import { useOnScreen } from './people-context.tsx';
import styles from './person-line.module.css';
import { peopleText } from './text.ts';

interface PersonLineProps {
  id: string;
  person: User | undefined;
  note?: string | null;
  end?: ReactNode;
}

/** A person in a list: face, name, what else is known of them. */
export function PersonLine({ id, person, note, end }: PersonLineProps) {
  useOnScreen(id);
  const name = personNameOf(person, id);
  const detail = [
    person && fullNameOf(person),
    person?.profile.title,
    person?.deleted && peopleText().deactivated,
  ].filter(Boolean);
  return (
    <div className={styles.line}>
      <Avatar id={id} name={name} size={34} />
      <span className={styles.text}>
        <span className={styles.name}>
          {name}
          {note && <span className={styles.note}>{note}</span>}
        </span>
        {detail.length > 0 && <span className={styles.detail}>{detail.join(' · ')}</span>}
      </span>
      {end}
    </div>
  );
}
