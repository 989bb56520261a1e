import { type KeyboardEvent, lazy, memo, type MouseEvent, Suspense, useState } from 'react';
import type { ListedMessage } from '../channel/rows.ts';
import { cx } from '../design/cx.ts';
import { anchorAt } from '../design/anchor.ts';
import { personNameOf } from '../people/naming.ts';
import { useNames, usePerson } from '../people/people-context.tsx';
import { type MessageActions, mayDelete, mayEdit, type OverlayPlace, type Permissions, rootOf } from './actions.ts';
import { authorOf } from './author.ts';
import { isTombstone } from './kinds.ts';
import { MessageContent } from './message-content.tsx';
import { MessageGutter } from './message-gutter.tsx';
import { MessageHeader } from './message-header.tsx';
import { MessageMarks } from './message-marks.tsx';
import { keyboardFocus } from './keyboard-focus.ts';
import { handleMessageKey } from './message-keys.ts';
import styles from './message-row.module.css';
import { excerptOf } from './plain.ts';
import { ReplyBar } from './reply-bar.tsx';
import { RootSummary } from './root-summary.tsx';
import { messageText } from './text.ts';
import { formatClock } from './time.ts';
import { useLongPress } from './use-long-press.ts';
import { useSaved } from './use-saved.ts';

const MessageEditor = lazy(() => import('../composer/message-editor.tsx'));
const UnsentNote = lazy(() => import('./unsent-note.tsx'));
const MessageToolbar = lazy(() => import('./message-toolbar.tsx'));

interface MessageRowProps {
  channelId: string;
  listed: ListedMessage;
  continues: boolean;
  isHighlighted: boolean;
  isEditing: boolean;
  /** What was typed in an edit that was refused; null for what the message says. */
  editedText?: string | null;
  /** The one row that the Tab key reaches. */
  isActive: boolean;
  /** What the thread is about that it answers, where that is known. */
  rootText?: string | null;
  /** Inside a thread there is no bar that opens it. */
  isInThread: boolean;
  permissions: Permissions;
  actions: MessageActions;
}

/** One message. Renders again only when something of it changes. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const {
    channelId,
    listed,
    continues,
    isHighlighted,
    isEditing,
    editedText,
    isActive,
    rootText = null,
    isInThread,
    permissions,
    actions,
  } = props;
  const { message, delivery } = listed;
  const t = messageText();
  const [isHot, setHot] = useState(false);
  const [isHeld, setHeld] = useState(false);
  const names = useNames();
  const author = useAuthor(listed);
  const saved = useSaved(channelId, message.ts);
  const isGone = isTombstone(message);
  const isSent = delivery === 'sent';
  const isWhole = isSent && !isGone;
  const canChange = isWhole && !permissions.isReadOnly;
  const possible = {
    canEdit: isSent && mayEdit(message, permissions),
    canDelete: isSent && mayDelete(message, permissions),
    canThread: !isInThread && isSent,
    canChange,
    isGone: !isWhole,
  };
  const placeAt = (row: HTMLElement, anchor: OverlayPlace['anchor'] = row): OverlayPlace => ({
    anchor,
    align: 'end',
    returnFocusTo: row,
  });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    // What a command sends here is meant for this row, however that got the focus.
    if (event.isTrusted && !keyboardFocus.isBy(event.currentTarget)) return;
    handleMessageKey(event, message, actions, possible, placeAt(event.currentTarget));
  };
  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    // Links, pictures and selected words have the browser's own menu.
    const isOwn = event.target instanceof Element && event.target.closest('a, img, input, [contenteditable]') !== null;
    if (!isWhole || isEditing || isOwn || String(getSelection()) !== '') return;
    event.preventDefault();
    actions.openMenu(message, placeAt(event.currentTarget, anchorAt(event.clientX, event.clientY)));
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (event.altKey && canChange) actions.markUnread(message);
  };
  const press = useLongPress((row) => {
    if (isWhole && !isEditing) actions.openMenu(message, placeAt(row));
  });

  return (
    <article
      className={cx(
        styles.row,
        continues && styles.continues,
        isHighlighted && styles.highlighted,
        isEditing && styles.editing,
        delivery === 'waiting' && styles.waiting,
        delivery === 'ephemeral' && styles.ephemeral,
      )}
      aria-label={
        isGone ? t.deletedMessage : t.spoken(author.name, formatClock(message.ts), excerptOf(message.text, names))
      }
      aria-busy={delivery === 'waiting' || undefined}
      data-ts={message.ts}
      data-key={listed.key}
      tabIndex={isActive ? 0 : -1}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onContextMenu={onContextMenu}
      onPointerEnter={(event) => event.pointerType === 'mouse' && setHot(true)}
      onPointerLeave={() => setHot(false)}
      onFocus={(event) => {
        setHot(true);
        if (event.target === event.currentTarget) keyboardFocus.focused(event.currentTarget);
      }}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setHot(false)}
      {...press}
    >
      <MessageMarks
        isPinned={!isGone && (message.pinned_to?.length ?? 0) > 0}
        saved={isGone ? undefined : saved}
        isEphemeral={delivery === 'ephemeral'}
      />
      <MessageGutter message={message} author={author} continues={continues} isGone={isGone} />
      <div className={styles.main}>
        {!continues && !isGone && (
          <MessageHeader
            message={message}
            author={author}
            person={author.person}
            onOpenThread={isInThread ? null : () => actions.openThread(rootOf(message))}
            rootText={rootText}
            isActive={isActive}
          />
        )}
        {isEditing ? (
          <Suspense fallback={<MessageContent message={message} actions={actions} permissions={permissions} />}>
            <MessageEditor
              text={editedText ?? message.text}
              onType={actions.typeEdit}
              onSave={(text) => actions.saveEdit(message.ts, text)}
              onCancel={actions.cancelEdit}
            />
          </Suspense>
        ) : isGone ? (
          <p className={styles.gone}>{t.wasDeleted}</p>
        ) : (
          <MessageContent message={message} actions={actions} permissions={permissions} />
        )}
        {delivery === 'failed' && (
          <Suspense>
            <UnsentNote
              reason={listed.failure ?? ''}
              onRetry={() => actions.retry(listed.key)}
              onDiscard={() => actions.discard(listed.key)}
            />
          </Suspense>
        )}
        {delivery === 'ephemeral' && (
          <button type="button" className={styles.dismiss} onClick={() => actions.dismiss(message.ts)}>
            {t.dismiss}
          </button>
        )}
        {isInThread && (message.reply_count ?? 0) > 0 && <RootSummary message={message} />}
        {!isInThread && (message.reply_count ?? 0) > 0 && (
          <ReplyBar channelId={channelId} message={message} onOpen={actions.openThread} />
        )}
      </div>
      {(isHot || isHeld) && isWhole && !isEditing && (
        <Suspense>
          <MessageToolbar
            message={message}
            self={permissions.self}
            actions={actions}
            canThread={!isInThread}
            canChange={canChange}
            isSaved={saved !== undefined}
            onHold={setHeld}
          />
        </Suspense>
      )}
    </article>
  );
});

/** Who wrote it, with the name that is current. */
function useAuthor({ message }: ListedMessage) {
  const author = authorOf(message);
  const person = usePerson(author.id);
  return {
    id: author.id,
    name: author.name ?? personNameOf(person, author.id),
    isBot: author.isBot,
    isPerson: author.name === null && message.user !== undefined,
    person: author.name === null ? person : undefined,
  };
}
