import type { Message } from '../../../shared/message.ts';
import { ThreadFaces } from '../people/thread-faces.tsx';
import styles from './root-summary.module.css';
import { messageText } from './text.ts';

/** Under the message that a thread is about: how much was answered, and by whom. */
export function RootSummary({ message }: { message: Message }) {
  return (
    <div className={styles.summary}>
      <span className={styles.count}>{messageText().replies(message.reply_count ?? 0)}</span>
      <ThreadFaces users={message.reply_users ?? []} count={message.reply_users_count ?? 0} size={20} />
      <span className={styles.line} />
    </div>
  );
}
