import type { User } from '../../../shared/user.ts';
import { useNow } from '../app/use-now.ts';
import { splitReactionName } from '../emoji/custom-emoji.ts';
import { Emoji } from '../message/emoji.tsx';
import { currentStatus } from './status.ts';
import styles from './status-emoji.module.css';

/** The emoji of a person's status, with its words in the tooltip; nothing without a status. */
export function StatusEmoji({ person }: { person: User | undefined }) {
  const now = useNow();
  const status = person && currentStatus(person.profile, now / 1000);
  if (!status?.emoji) return null;
  return (
    <span className={styles.status} data-tip={status.text || undefined}>
      <Emoji {...splitReactionName(status.emoji)} isSilent />
      {status.text && <span className="visually-hidden">{status.text}</span>}
    </span>
  );
}
