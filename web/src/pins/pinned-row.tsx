import PinOff from 'lucide-react/icons/pin-off';
import type { PinnedItem } from '../../../client/api/message-answers.ts';
import { navigate } from '../app/navigation.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { IconButton } from '../design/icon-button.tsx';
import { isPlainReply, rootOf } from '../message/actions.ts';
import { MessagePreview } from '../message/message-preview.tsx';
import { usePersonName } from '../people/people-context.tsx';
import styles from './pins-panel.module.css';
import { pinsPanelText } from './panel-text.ts';

interface PinnedRowProps {
  channelId: string;
  pin: PinnedItem;
  onOpen: () => void;
  /** Null for those who may not. */
  onUnpin: (() => void) | null;
}

/** A pinned message; a press leads to it. */
export function PinnedRow({ channelId, pin, onOpen, onUnpin }: PinnedRowProps) {
  const t = pinsPanelText();
  const { id: workspaceId, self } = useWorkspace();
  const { message, created_by: by } = pin;
  const name = usePersonName(by);
  const open = () => {
    const threadTs = isPlainReply(message) ? rootOf(message) : null;
    navigate({ kind: 'channel', workspaceId, channelId, ts: message.ts, threadTs });
    onOpen();
  };
  return (
    <div className={styles.row}>
      <button type="button" className={styles.open} aria-label={t.open} onClick={open} />
      <MessagePreview message={message} />
      <div className={styles.by}>{t.pinnedBy(by === self ? t.you : name)}</div>
      {onUnpin && (
        <IconButton size="small" className={styles.unpin} label={t.unpin} onClick={onUnpin}>
          <PinOff size={16} />
        </IconButton>
      )}
    </div>
  );
}
