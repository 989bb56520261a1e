import CalendarClock from 'lucide-react/icons/calendar-clock';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Pencil from 'lucide-react/icons/pencil';
import SendHorizontal from 'lucide-react/icons/send-horizontal';
import Trash2 from 'lucide-react/icons/trash-2';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { lazy, Suspense, useState } from 'react';
import type { ScheduledMessage } from '../../../client/api/message-answers.ts';
import { sentenceFor, sentenceForUnsent } from '../app/error-sentences.ts';
import { tell } from '../app/toasts.ts';
import { ConfirmDialog } from '../design/confirm-dialog.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../design/menu.tsx';
import { Mrkdwn } from '../message/mrkdwn.tsx';
import { formatMoment } from '../message/time.ts';
import { scheduleText } from '../schedule/text.ts';
import styles from './drafts-page.module.css';
import type { ScheduledActions } from './scheduled-actions.ts';
import { draftsText } from './text.ts';

const MessageEditor = lazy(() => import('../composer/message-editor.tsx'));
const WhenDialog = lazy(() => import('../schedule/when-dialog.tsx'));

interface ScheduledCardProps {
  message: ScheduledMessage;
  /** Where it goes. */
  place: string;
  actions: ScheduledActions;
}

/** One message that waits for its time, or could not be sent at it. */
export function ScheduledCard({ message, place, actions }: ScheduledCardProps) {
  const t = draftsText();
  const [doing, setDoing] = useState<'edit' | 'time' | 'remove' | null>(null);
  const stop = () => setDoing(null);
  const run = (change: Promise<void>, done?: string) => {
    stop();
    change.then(
      () => done !== undefined && tell(done),
      (error: unknown) => tell(sentenceFor(error), { isError: true }),
    );
  };
  return (
    <li className={styles.card} data-failed={message.error !== null || undefined}>
      <div className={styles.open}>
        <span className={styles.head}>
          <span className={styles.place}>{place}</span>
          {message.error === null && (
            <span className={styles.when}>{t.sendsAt(formatMoment(new Date(message.post_at * 1000)))}</span>
          )}
        </span>
        {doing === 'edit' ? (
          <Suspense>
            <MessageEditor text={message.text} onSave={(text) => run(actions.setText(text))} onCancel={stop} />
          </Suspense>
        ) : (
          <div className={styles.body}>
            <Mrkdwn text={message.text} />
          </div>
        )}
        {message.error !== null && (
          <span className={styles.failure}>
            <TriangleAlert size={15} aria-hidden="true" /> {t.wasNotSent(sentenceForUnsent(message.error))}
          </span>
        )}
      </div>
      <Menu
        align="end"
        trigger={
          <IconButton label={t.actionsFor(place)}>
            <Ellipsis size={17} />
          </IconButton>
        }
      >
        <MenuItem icon={<Pencil size={16} />} onSelect={() => setDoing('edit')}>
          {t.editText}
        </MenuItem>
        <MenuItem icon={<CalendarClock size={16} />} onSelect={() => setDoing('time')}>
          {t.changeTime}
        </MenuItem>
        <MenuItem icon={<SendHorizontal size={16} />} onSelect={() => run(actions.sendNow(), t.sent)}>
          {t.sendNow}
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger icon={<Trash2 size={16} />} onSelect={() => setDoing('remove')}>
          {t.remove}
        </MenuItem>
      </Menu>
      {doing === 'time' && (
        <Suspense>
          <WhenDialog
            title={scheduleText().scheduleMessage}
            action={t.save}
            initial={message.post_at}
            onChoose={(at) => run(actions.setTime(at), t.timeChanged(formatMoment(new Date(at * 1000))))}
            onClose={stop}
          />
        </Suspense>
      )}
      {doing === 'remove' && (
        <ConfirmDialog
          title={t.deleteTitle}
          action={t.remove}
          danger
          onConfirm={() => run(actions.remove())}
          onClose={stop}
        >
          <p>{t.deleteText}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}
