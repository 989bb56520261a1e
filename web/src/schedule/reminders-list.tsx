import AlarmClock from 'lucide-react/icons/alarm-clock';
import Check from 'lucide-react/icons/check';
import Plus from 'lucide-react/icons/plus';
import Repeat from 'lucide-react/icons/repeat';
import Trash2 from 'lucide-react/icons/trash-2';
import { lazy, Suspense, useCallback, useState } from 'react';
import type { Reminder } from '../../../client/api/personal-answers.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { sentenceFor } from '../app/error-sentences.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { tell } from '../app/toasts.ts';
import { Button } from '../design/button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { formatMoment } from '../message/time.ts';
import { sortReminders } from './sort-reminders.ts';
import styles from './reminders-list.module.css';
import { scheduleText } from './text.ts';
import { whenOf } from './when-of.ts';
import { useStaleLoad } from './use-stale-load.ts';

const ReminderDialog = lazy(() => import('./reminder-dialog.tsx'));

/** The person's reminders: what is due first, what is done last. */
export function RemindersList({ workspace }: { workspace: Workspace }) {
  const t = scheduleText();
  const [isAdding, setAdding] = useState(false);
  const load = useCallback(async () => (await workspace.api.reminders.list({})).reminders, [workspace]);
  const { state, reload } = useStaleLoad(workspace, 'reminders', load);
  const act = (change: Promise<unknown>) =>
    void change.then(reload, (error: unknown) => tell(sentenceFor(error), { isError: true }));
  const { api } = workspace;
  const reminders = state.kind === 'loaded' ? sortReminders(state.value) : null;
  const add = (
    <Button onClick={() => setAdding(true)}>
      <Plus size={16} aria-hidden="true" /> {t.newReminder}
    </Button>
  );
  return (
    <div className={styles.frame}>
      {state.kind === 'loading' && <PageLoading />}
      {state.kind === 'failed' && (
        <EmptyState title={t.remindersFailed}>
          <p>{state.error}</p>
          <Button onClick={reload}>{t.tryAgain}</Button>
        </EmptyState>
      )}
      {reminders?.length === 0 && (
        <EmptyState icon={<AlarmClock size={26} />} title={t.noReminders}>
          <p>{t.noRemindersHint}</p>
          {add}
        </EmptyState>
      )}
      {reminders !== null && reminders.length > 0 && (
        <>
          <div className={styles.head}>{add}</div>
          <ul className={styles.list} aria-label={t.reminders}>
            {reminders.map((reminder) => (
              <ReminderLine
                key={reminder.id}
                reminder={reminder}
                onDone={() => act(api.reminders.complete({ reminder: reminder.id }))}
                onDelete={() => act(api.reminders.delete({ reminder: reminder.id }))}
              />
            ))}
          </ul>
        </>
      )}
      {isAdding && (
        <Suspense>
          <ReminderDialog
            workspace={workspace}
            onClose={() => {
              setAdding(false);
              reload();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

interface ReminderLineProps {
  reminder: Reminder;
  onDone: () => void;
  onDelete: () => void;
}

function ReminderLine({ reminder, onDone, onDelete }: ReminderLineProps) {
  const t = scheduleText();
  const { text, time = 0, recurring, recurrence } = reminder;
  const isDone = Boolean(reminder.complete_ts);
  const isPast = hasPassed(time);
  const next = formatMoment(new Date(time * 1000));
  const when = recurrence ? t.comesAgain(whenOf(reminder), next) : isPast ? t.wasDue(next) : t.due(next);
  return (
    <li className={styles.line} data-done={isDone || undefined}>
      {/* One that comes again is never done. */}
      {recurring ? (
        <span className={styles.sign} data-tip={t.repeatsShort}>
          <Repeat size={16} aria-hidden="true" />
          <span className="visually-hidden">{t.repeatsShort}</span>
        </span>
      ) : (
        <button
          type="button"
          role="checkbox"
          aria-checked={isDone}
          aria-label={t.markDone(text)}
          className={styles.check}
          disabled={isDone}
          onClick={onDone}
        >
          <Check size={14} aria-hidden="true" />
        </button>
      )}
      <span className={styles.text}>
        <span className={styles.what}>{text}</span>
        <span className={styles.when} data-late={(isPast && !isDone && !recurring) || undefined}>
          {isDone ? t.done : when}
        </span>
      </span>
      <IconButton danger label={t.deleteReminder(text)} onClick={onDelete}>
        <Trash2 size={16} />
      </IconButton>
    </li>
  );
}

function hasPassed(time: number): boolean {
  return time * 1000 < Date.now();
}
