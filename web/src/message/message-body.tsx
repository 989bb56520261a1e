import type { Message } from '../../../shared/message.ts';
import { AttachmentCard } from './attachment-card.tsx';
import { FileCard } from './file-card.tsx';
import styles from './message-body.module.css';
import { Mrkdwn } from './mrkdwn.tsx';
import { Reactions } from './reactions.tsx';
import { formatExact } from './time.ts';

/** What a message says: text, attachments, files, reactions. */
export function MessageBody({ message }: { message: Message }) {
  const hasNothing = !message.text && !message.attachments?.length && !message.files?.length;
  const edited = message.edited && (
    <span className={styles.edited} data-tip={`Edited ${formatExact(message.edited.ts)}`}>
      {' (edited)'}
    </span>
  );
  return (
    <>
      {message.text && <Mrkdwn text={message.text} after={edited} />}
      {hasNothing && <p className={styles.empty}>This message has content that cannot be shown here yet.</p>}
      {message.attachments?.map((attachment, index) => (
        <AttachmentCard key={index} raw={attachment} />
      ))}
      {message.files?.map((file) => (
        <FileCard key={file.id} file={file} />
      ))}
      {message.reactions && message.reactions.length > 0 && <Reactions reactions={message.reactions} />}
    </>
  );
}
