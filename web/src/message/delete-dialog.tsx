import type { Message } from '../../../shared/message.ts';
import { ConfirmDialog } from '../design/confirm-dialog.tsx';
import styles from './delete-dialog.module.css';
import { Mrkdwn } from './mrkdwn.tsx';

interface DeleteDialogProps {
  message: Message;
  onConfirm: () => void;
  onClose: () => void;
}

export default function DeleteDialog({ message, onConfirm, onClose }: DeleteDialogProps) {
  return (
    <ConfirmDialog title="Delete message?" action="Delete" danger onConfirm={onConfirm} onClose={onClose}>
      <p>It will be gone for everybody. This cannot be undone.</p>
      {message.text && (
        <blockquote className={styles.preview}>
          <Mrkdwn text={message.text.slice(0, 600)} />
        </blockquote>
      )}
    </ConfirmDialog>
  );
}
