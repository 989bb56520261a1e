import type { Message } from '../../../shared/message.ts';
import type { User } from '../../../shared/user.ts';
import { StatusEmoji } from '../people/status-emoji.tsx';
import styles from './message-row.module.css';
import { messageText } from './text.ts';
import { formatClock, formatExact } from './time.ts';

interface MessageHeaderProps {
  message: Message;
  author: { id: string; name: string; isPerson: boolean; isBot: boolean };
  person: User | undefined;
  /** Opens the thread that it answered; null inside of that. */
  onOpenThread: (() => void) | null;
  /** Whether the Tab key reaches what is in the row. */
  isActive: boolean;
}

/** Who wrote it and when. */
export function MessageHeader({ message, author, person, onOpenThread, isActive }: MessageHeaderProps) {
  const t = messageText();
  return (
    <header className={styles.header}>
      {author.isPerson ? (
        <button type="button" className={styles.name} data-person={author.id} tabIndex={isActive ? 0 : -1}>
          {author.name}
        </button>
      ) : (
        <span className={styles.name}>{author.name}</span>
      )}
      {author.isBot && <span className={styles.app}>{t.app}</span>}
      <StatusEmoji person={person} />
      <time className={styles.time} data-tip={formatExact(message.ts)}>
        {formatClock(message.ts)}
      </time>
      {message.subtype === 'thread_broadcast' && onOpenThread && (
        <button type="button" className={styles.aside} tabIndex={isActive ? 0 : -1} onClick={onOpenThread}>
          {t.repliedToThread}
        </button>
      )}
    </header>
  );
}
