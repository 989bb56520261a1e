import { useNames, usePerson } from '../people/people-context.tsx';
import { PersonAvatar } from '../people/person-avatar.tsx';
import { PresenceDot } from '../people/presence-dot.tsx';
import { StatusEmoji } from '../people/status-emoji.tsx';
import styles from './channel-header.module.css';
import { channelText } from './text.ts';

/** Whom a direct message is with: face, name, presence, status. */
export default function DirectTitle({ id, name }: { id: string; name: string }) {
  const t = channelText();
  const { self } = useNames();
  return (
    <h1 className={styles.name}>
      <span className={styles.face} aria-hidden="true">
        <PersonAvatar id={id} name={name} size={26} />
      </span>
      <button type="button" className={styles.profile} data-person={id}>
        {name}
        <span className="visually-hidden">. {t.profile(name)}</span>
      </button>
      {id === self && <span className={styles.note}>{t.you}</span>}
      <PresenceDot id={id} size={9} />
      <StatusEmoji person={usePerson(id)} />
    </h1>
  );
}
