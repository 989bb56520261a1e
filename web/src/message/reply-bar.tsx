import { threadKey } from '../../../client/session/session-state.ts';
import type { Message } from '../../../shared/message.ts';
import { useSelected } from '../app/use-selected.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { ThreadFaces } from '../people/thread-faces.tsx';
import styles from './reply-bar.module.css';
import { messageText } from './text.ts';
import { formatAgo, formatExact } from './time.ts';

interface ReplyBarProps {
  channelId: string;
  message: Message;
  onOpen: (rootTs: string) => void;
}

/** How much was answered to a message, by whom, and since when; opens the thread. */
export function ReplyBar({ channelId, message, onOpen }: ReplyBarProps) {
  const t = messageText();
  const isUnread = useSelected(
    useWorkspace().session,
    ({ unreadThreads }) => unreadThreads.get(threadKey(channelId, message.ts))?.has_unread ?? false,
  );
  return (
    <button type="button" className={styles.bar} onClick={() => onOpen(message.ts)}>
      <ThreadFaces users={message.reply_users ?? []} count={message.reply_users_count ?? 0} />
      <span className={styles.count}>{t.replies(message.reply_count ?? 0)}</span>
      {isUnread && <span className={styles.unread} role="img" aria-label={t.unreadReplies} />}
      {message.latest_reply && (
        <span className={styles.time} data-tip={formatExact(message.latest_reply)}>
          {t.lastReply(formatAgo(message.latest_reply))}
        </span>
      )}
    </button>
  );
}
