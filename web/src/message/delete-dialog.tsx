import type { Message } from '../../../shared/message.ts';
import { ConfirmDialog } from '../design/confirm-dialog.tsx';
import styles from './delete-dialog.module.css';
import { Mrkdwn } from './mrkdwn.tsx';
import { messageActionsText } from './actions-text.ts';

interface DeleteDialogProps {
  message: Message;
  onConfirm: () => void;
  onClose: () => void;
  onFocusBack: () => void;
}

export default function DeleteDialog({ message, onConfirm, onClose, onFocusBack }: DeleteDialogProps) {
  const t = messageActionsText();
  return (
    <ConfirmDialog title={t.deleteTitle} action={t.delete} danger {...{ onConfirm, onClose, onFocusBack }}>
      <p>{t.deleteExplained}</p>
      {message.text && (
        <blockquote className={styles.preview}>
          <Mrkdwn text={message.text.slice(0, 600)} />
        </blockquote>
      )}
    </ConfirmDialog>
  );
}
