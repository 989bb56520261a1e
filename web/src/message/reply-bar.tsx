import type { Message } from '../../../shared/message.ts';
import { Avatar } from '../design/avatar.tsx';
import { usePersonName } from '../people/people-context.tsx';
import styles from './reply-bar.module.css';
import { formatAgo, formatExact } from './time.ts';

interface ReplyBarProps {
  message: Message;
  onOpen: (rootTs: string) => void;
}

/** How much was answered to a message, by whom, and since when; opens the thread. */
export function ReplyBar({ message, onOpen }: ReplyBarProps) {
  const count = message.reply_count ?? 0;
  return (
    <button type="button" className={styles.bar} onClick={() => onOpen(message.ts)}>
      <span className={styles.faces}>
        {(message.reply_users ?? []).slice(0, 4).map((id) => (
          <Face key={id} id={id} />
        ))}
      </span>
      <span className={styles.count}>{count === 1 ? '1 reply' : `${count} replies`}</span>
      {message.latest_reply && (
        <span className={styles.time} data-tip={formatExact(message.latest_reply)}>
          Last reply {formatAgo(message.latest_reply)}
        </span>
      )}
    </button>
  );
}

function Face({ id }: { id: string }) {
  return <Avatar id={id} name={usePersonName(id)} size={22} />;
}
