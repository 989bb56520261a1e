import AlarmClock from 'lucide-react/icons/alarm-clock';
import Check from 'lucide-react/icons/check';
import Trash from 'lucide-react/icons/trash-2';
import Undo from 'lucide-react/icons/undo-2';
import { memo } from 'react';
import type { ListedSaved } from '../../../client/api/personal-answers.ts';
import { linkTo } from '../app/navigation.ts';
import { useNow } from '../app/use-now.ts';
import { IconButton } from '../design/icon-button.tsx';
import { MessagePreview } from '../message/message-preview.tsx';
import { useConversationName } from '../message/conversation-name.ts';
import { formatMoment } from '../message/time.ts';
import styles from './saved-page.module.css';
import { savedText } from './text.ts';

interface SavedRowProps {
  workspaceId: string;
  saved: ListedSaved;
  isDone: boolean;
  onDone: (isDone: boolean) => void;
  onDue: (anchor: HTMLElement) => void;
  onRemove: () => void;
}

/** A message that is kept for later, and what can be done about it. */
export const SavedRow = memo(function SavedRow({ workspaceId, saved, isDone, onDone, onDue, onRemove }: SavedRowProps) {
  const t = savedText();
  const { message } = saved;
  const where = useConversationName(saved.channel);
  const root = saved.thread_ts ?? message?.thread_ts;
  const threadTs = root !== undefined && root !== saved.ts ? root : null;
  return (
    <article className={styles.row}>
      <header className={styles.head}>
        <a
          className={styles.where}
          aria-label={`${where?.name ?? t.aChannel}. ${t.open}`}
          {...linkTo({ kind: 'channel', workspaceId, channelId: saved.channel, ts: saved.ts, threadTs })}
        >
          {where?.name ?? t.aChannel}
        </a>
        <DueLabel saved={saved} isDone={isDone} />
      </header>
      {message ? <MessagePreview message={message} /> : <p className={styles.gone}>{t.gone}</p>}
      <div className={styles.tools}>
        {isDone ? (
          <IconButton size="small" label={t.reopen} onClick={() => onDone(false)}>
            <Undo size={17} />
          </IconButton>
        ) : (
          <>
            <IconButton size="small" label={t.complete} onClick={() => onDone(true)}>
              <Check size={18} />
            </IconButton>
            <IconButton size="small" label={t.due} onClick={(event) => onDue(event.currentTarget)}>
              <AlarmClock size={17} />
            </IconButton>
          </>
        )}
        <IconButton size="small" danger label={t.remove} onClick={onRemove}>
          <Trash size={17} />
        </IconButton>
      </div>
    </article>
  );
});

function DueLabel({ saved, isDone }: { saved: ListedSaved; isDone: boolean }) {
  const now = useNow();
  const t = savedText();
  if (isDone || saved.due === null) {
    return <span className={styles.when}>{t.savedAt(formatMoment(new Date(saved.saved_at)))}</span>;
  }
  const due = new Date(saved.due * 1000);
  const isOver = due.getTime() < now;
  return (
    <span className={styles.when} data-due={isOver ? 'over' : 'set'}>
      {isOver ? t.wasDue(formatMoment(due)) : t.dueAt(formatMoment(due))}
    </span>
  );
}
