import Trash from 'lucide-react/icons/trash-2';
import { type KeyboardEvent, lazy, memo, Suspense, useState } from 'react';
import type { ListedMessage } from '../channel/rows.ts';
import { Avatar } from '../design/avatar.tsx';
import { cx } from '../design/cx.ts';
import { personNameOf } from '../people/naming.ts';
import { useNames, usePerson } from '../people/people-context.tsx';
import { type MessageActions, mayDelete, mayEdit, type Permissions } from './actions.ts';
import { authorOf } from './author.ts';
import { isTombstone } from './kinds.ts';
import { MessageBody } from './message-body.tsx';
import { MessageToolbar } from './message-toolbar.tsx';
import { handleMessageKey } from './message-keys.ts';
import styles from './message-row.module.css';
import { excerptOf } from './plain.ts';
import { ReplyBar } from './reply-bar.tsx';
import { formatClock, formatExact } from './time.ts';
import { UnsentNote } from './unsent-note.tsx';

const MessageEditor = lazy(() => import('../composer/message-editor.tsx'));

interface MessageRowProps {
  listed: ListedMessage;
  continues: boolean;
  isHighlighted: boolean;
  isEditing: boolean;
  /** The one row that the Tab key reaches. */
  isActive: boolean;
  /** Inside a thread there is no bar that opens it. */
  isInThread: boolean;
  permissions: Permissions;
  actions: MessageActions;
}

/** One message. Renders again only when something of it changes. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { listed, continues, isHighlighted, isEditing, isActive, isInThread, permissions, actions } = props;
  const { message, delivery } = listed;
  const [isHot, setHot] = useState(false);
  const author = authorOf(message);
  const names = useNames();
  const person = usePerson(author.id);
  const name = author.name ?? personNameOf(person, author.id);
  const isGone = isTombstone(message);
  const isSent = delivery === 'sent';
  const canEdit = isSent && mayEdit(message, permissions);
  const canDelete = isSent && mayDelete(message, permissions);
  const hasReplies = !isInThread && (message.reply_count ?? 0) > 0;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    handleMessageKey(event, message, actions, { canEdit, canDelete, canThread: !isInThread && isSent, isGone });
  };

  return (
    <article
      className={cx(
        styles.row,
        continues && styles.continues,
        isHighlighted && styles.highlighted,
        isEditing && styles.editing,
        delivery === 'waiting' && styles.waiting,
      )}
      aria-label={isGone ? 'Deleted message' : `${name}, ${formatClock(message.ts)}: ${excerptOf(message.text, names)}`}
      aria-busy={delivery === 'waiting' || undefined}
      data-ts={message.ts}
      data-key={listed.key}
      tabIndex={isActive ? 0 : -1}
      onKeyDown={onKeyDown}
      onPointerEnter={() => setHot(true)}
      onPointerLeave={() => setHot(false)}
      onFocus={() => setHot(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setHot(false)}
    >
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
          <Avatar id={author.id} name={name} />
        )}
      </div>
      <div className={styles.main}>
        {!continues && !isGone && (
          <header className={styles.header}>
            <span className={styles.name}>{name}</span>
            {author.isBot && <span className={styles.app}>APP</span>}
            <time className={styles.time} data-tip={formatExact(message.ts)}>
              {formatClock(message.ts)}
            </time>
            {message.subtype === 'thread_broadcast' && !isInThread && (
              <span className={styles.aside}>replied to a thread</span>
            )}
            {(message.pinned_to?.length ?? 0) > 0 && <span className={styles.aside}>Pinned</span>}
          </header>
        )}
        {isEditing ? (
          <Suspense fallback={<MessageBody message={message} />}>
            <MessageEditor
              text={message.text}
              onSave={(text) => actions.saveEdit(message.ts, text)}
              onCancel={actions.cancelEdit}
            />
          </Suspense>
        ) : (
          <div className={cx(message.subtype === 'me_message' && styles.me)}>
            {isGone ? <p className={styles.gone}>This message was deleted.</p> : <MessageBody message={message} />}
          </div>
        )}
        {delivery === 'failed' && (
          <UnsentNote
            reason={listed.failure ?? ''}
            onRetry={() => actions.retry(listed.key)}
            onDiscard={() => actions.discard(listed.key)}
          />
        )}
        {hasReplies && <ReplyBar message={message} onOpen={actions.openThread} />}
      </div>
      {isHot && isSent && !isEditing && !isGone && (
        <MessageToolbar
          message={message}
          actions={actions}
          canThread={!isInThread}
          canEdit={canEdit}
          canDelete={canDelete}
        />
      )}
    </article>
  );
});
