import { lazy, memo, type ReactNode, Suspense } from 'react';
import type { Message } from '../../../shared/message.ts';
import { cx } from '../design/cx.ts';
import { type MessageActions, mayEdit, type Permissions } from './actions.ts';
import { isLong } from './is-long.ts';
import styles from './message-content.module.css';
import { Mrkdwn } from './mrkdwn.tsx';
import { Reactions } from './reactions.tsx';
import { messageText } from './text.ts';
import { formatExact } from './time.ts';

const AttachmentCard = lazy(() => import('./attachment-card.tsx'));
const Blocks = lazy(() => import('./blocks/blocks.tsx'));
const FileCard = lazy(() => import('./file-card.tsx'));
const LongText = lazy(() => import('./long-text.tsx'));

interface MessageContentProps {
  message: Message;
  permissions: Permissions;
  actions: MessageActions;
}

/** What a message says: text or blocks, attachments, files, reactions. */
export const MessageContent = memo(function MessageContent({ message, permissions, actions }: MessageContentProps) {
  const t = messageText();
  const { text, blocks, attachments, files, reactions } = message;
  const hasBlocks = blocks !== undefined && (text === '' ? blocks.length > 0 : blocks.some(isApps));
  const hasNothing = !text && !hasBlocks && !attachments?.length && !files?.length;
  const canRemove = mayEdit(message, permissions);
  const edited = message.edited && (
    <span className={styles.edited} data-tip={t.editedAt(formatExact(message.edited.ts))}>
      {' '}
      {t.edited}
    </span>
  );
  const whole: ReactNode = text && <Mrkdwn text={text} after={edited} />;
  const words = isLong(text) ? (
    <Suspense fallback={<div className={styles.folded}>{whole}</div>}>
      <LongText ts={message.ts}>{whole}</LongText>
    </Suspense>
  ) : (
    whole
  );
  return (
    <div className={cx(message.subtype === 'me_message' && styles.me)}>
      {hasBlocks ? (
        <Suspense fallback={words}>
          <Blocks raw={blocks} />
          {edited}
        </Suspense>
      ) : (
        words
      )}
      {hasNothing && <p className={styles.empty}>{t.cannotBeShown}</p>}
      <Suspense>
        {attachments?.map((attachment, index) => (
          <AttachmentCard
            key={index}
            raw={attachment}
            onRemove={canRemove ? (url) => actions.removeUnfurl(message, url) : null}
          />
        ))}
        {files?.map((file) => (
          <FileCard key={file.id} file={file} />
        ))}
      </Suspense>
      {reactions && reactions.length > 0 && (
        <Reactions message={message} reactions={reactions} isReadOnly={permissions.isReadOnly} actions={actions} />
      )}
    </div>
  );
});

/** What people write has its blocks only beside the text that says the same; an app's say more. */
function isApps({ type }: { type: string }): boolean {
  return type !== 'rich_text';
}
