import Copy from 'lucide-react/icons/copy';
import Link from 'lucide-react/icons/link';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import Pencil from 'lucide-react/icons/pencil';
import Trash from 'lucide-react/icons/trash-2';
import type { Message } from '../../../shared/message.ts';
import { IconButton } from '../design/icon-button.tsx';
import type { MessageActions } from './actions.ts';
import styles from './message-toolbar.module.css';

interface MessageToolbarProps {
  message: Message;
  actions: MessageActions;
  canThread: boolean;
  canEdit: boolean;
  canDelete: boolean;
}

/** What can be done with the message under the pointer or the focus. */
export function MessageToolbar({ message, actions, canThread, canEdit, canDelete }: MessageToolbarProps) {
  const rootTs = message.thread_ts ?? message.ts;
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Message actions">
      {canThread && (
        <IconButton size="small" label="Reply in thread" keys="T" onClick={() => actions.openThread(rootTs)}>
          <MessageSquareText size={17} />
        </IconButton>
      )}
      {canEdit && (
        <IconButton size="small" label="Edit message" keys="E" onClick={() => actions.edit(message.ts)}>
          <Pencil size={17} />
        </IconButton>
      )}
      <IconButton size="small" label="Copy text" keys="C" onClick={() => actions.copyText(message)}>
        <Copy size={17} />
      </IconButton>
      <IconButton size="small" label="Copy link" keys="L" onClick={() => actions.copyLink(message)}>
        <Link size={17} />
      </IconButton>
      {canDelete && (
        <IconButton size="small" danger label="Delete message" keys="Del" onClick={() => actions.remove(message)}>
          <Trash size={17} />
        </IconButton>
      )}
    </div>
  );
}
