import MessageCircle from 'lucide-react/icons/message-circle';
import type { User } from '../../../shared/user.ts';
import { IconButton } from '../design/icon-button.tsx';
import { fullNameOf, personNameOf } from '../people/naming.ts';
import { PersonAvatar } from '../people/person-avatar.tsx';
import { PresenceDot } from '../people/presence-dot.tsx';
import { StatusEmoji } from '../people/status-emoji.tsx';
import styles from './person-card.module.css';
import { directoryText } from './text.ts';

interface PersonCardProps {
  person: User;
  isSelf: boolean;
  onMessage: () => void;
}

/** One person among all: their name shows the profile, a button leads to the conversation. */
export function PersonCard({ person, isSelf, onMessage }: PersonCardProps) {
  const t = directoryText();
  const name = personNameOf(person);
  const rank = person.is_owner ? t.owner : person.is_admin ? t.administrator : null;
  const detail = [fullNameOf(person), person.profile.title, rank, person.deleted && t.deactivated].filter(Boolean);
  return (
    <div className={styles.card} role="listitem">
      <PersonAvatar id={person.id} name={name} size={40} />
      <span className={styles.text}>
        <span className={styles.head}>
          <button type="button" className={styles.name} data-person={person.id}>
            {name}
          </button>
          {!person.deleted && <PresenceDot id={person.id} />}
          <StatusEmoji person={person} />
          {isSelf && <span className={styles.note}>{t.you}</span>}
        </span>
        {detail.length > 0 && <span className={styles.detail}>{detail.join(' · ')}</span>}
      </span>
      {person.profile.email && <span className={styles.address}>{person.profile.email}</span>}
      {!person.deleted && (
        <IconButton label={t.message(name)} onClick={onMessage}>
          <MessageCircle size={18} />
        </IconButton>
      )}
    </div>
  );
}
