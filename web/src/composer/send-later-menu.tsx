import Clock from 'lucide-react/icons/clock';
import CalendarDays from 'lucide-react/icons/calendar-days';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ListTodo from 'lucide-react/icons/list-todo';
import { lazy, Suspense, useState } from 'react';
import { navigate } from '../app/navigation.ts';
import { Menu, MenuItem, MenuSeparator } from '../design/menu.tsx';
import { scheduleText } from '../schedule/text.ts';
import { sendLaterChoices } from '../schedule/when-choices.ts';
import styles from './send-buttons.module.css';

const WhenDialog = lazy(() => import('../schedule/when-dialog.tsx'));

interface SendLaterMenuProps {
  workspaceId: string;
  isDisabled: boolean;
  /** Seconds since 1970. */
  onChoose: (at: number) => void;
}

/** The small button beside the one that sends: when to send instead of now. */
export function SendLaterMenu({ workspaceId, isDisabled, onChoose }: SendLaterMenuProps) {
  const t = scheduleText();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <button
            type="button"
            className={styles.later}
            aria-label={t.sendLater}
            data-tip={t.sendLater}
            disabled={isDisabled}
          >
            <ChevronDown size={15} />
          </button>
        }
      >
        {sendLaterChoices().map(({ key, label, at }) => (
          <MenuItem key={key} icon={<Clock size={16} />} onSelect={() => onChoose(at)}>
            {label}
          </MenuItem>
        ))}
        <MenuItem icon={<CalendarDays size={16} />} onSelect={() => setAsking(true)}>
          {t.customTime}
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          icon={<ListTodo size={16} />}
          onSelect={() => navigate({ kind: 'page', workspaceId, page: 'drafts' })}
        >
          {t.seeScheduled}
        </MenuItem>
      </Menu>
      {isAsking && (
        <Suspense>
          <WhenDialog
            title={t.scheduleMessage}
            action={t.schedule}
            onChoose={(at) => {
              setAsking(false);
              onChoose(at);
            }}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </>
  );
}
