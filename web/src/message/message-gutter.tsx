import Trash from 'lucide-react/icons/trash-2';
import type { Message } from '../../../shared/message.ts';
import { PersonAvatar } from '../people/person-avatar.tsx';
import styles from './message-row.module.css';
import { formatClock, formatExact } from './time.ts';

interface MessageGutterProps {
  message: Message;
  author: { id: string; name: string; isPerson: boolean };
  continues: boolean;
  isGone: boolean;
}

/** What stands to the left of a message: a face, or the time where the author is the same as above. */
export function MessageGutter({ message, author, continues, isGone }: MessageGutterProps) {
  return (
    <div className={styles.gutter}>
      {isGone ? (
        <span className={styles.goneIcon}>
          <Trash size={17} aria-hidden="true" />
        </span>
      ) : continues ? (
        <time className={styles.hoverTime} data-tip={formatExact(message.ts)}>
          {formatClock(message.ts)}
        </time>
      ) : (
        <PersonAvatar id={author.id} name={author.name} isPerson={author.isPerson} />
      )}
    </div>
  );
}
