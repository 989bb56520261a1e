import SendHorizontal from 'lucide-react/icons/send-horizontal';
import { SendLaterMenu } from './send-later-menu.tsx';
import styles from './send-buttons.module.css';
import { composerText } from './text.ts';

interface SendButtonsProps {
  workspaceId: string;
  isReady: boolean;
  onSend: () => void;
  /** Seconds since 1970. */
  onSendLater: (at: number) => void;
}

/** Sends now; the smaller one beside it asks when else. */
export function SendButtons({ workspaceId, isReady, onSend, onSendLater }: SendButtonsProps) {
  const t = composerText();
  return (
    <span className={styles.buttons} data-ready={isReady || undefined}>
      <button
        type="button"
        className={styles.send}
        aria-label={t.send}
        data-tip={t.send}
        data-tip-keys="Enter"
        disabled={!isReady}
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onSend}
      >
        <SendHorizontal size={17} />
      </button>
      <SendLaterMenu workspaceId={workspaceId} isDisabled={!isReady} onChoose={onSendLater} />
    </span>
  );
}
