import type { Message } from '../../../shared/message.ts';
import type { User } from '../../../shared/user.ts';
import { useNames } from '../people/people-context.tsx';
import { StatusEmoji } from '../people/status-emoji.tsx';
import styles from './message-row.module.css';
import { excerptOf } from './plain.ts';
import { messageText } from './text.ts';
import { formatClock, formatExact } from './time.ts';

interface MessageHeaderProps {
  message: Message;
  author: { id: string; name: string; isPerson: boolean; isBot: boolean };
  person: User | undefined;
  /** Opens the thread that it answered; null inside of that. */
  onOpenThread: (() => void) | null;
  /** The text of that thread's root, where it is known. */
  rootText: string | null;
  /** Whether the Tab key reaches what is in the row. */
  isActive: boolean;
}

/** Who wrote it and when. */
export function MessageHeader({ message, author, person, onOpenThread, rootText, isActive }: MessageHeaderProps) {
  const t = messageText();
  const names = useNames();
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
          {rootText ? t.repliedToThreadOf(excerptOf(rootText, names, 80)) : t.repliedToThread}
        </button>
      )}
    </header>
  );
}
