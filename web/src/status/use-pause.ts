import { isPaused } from '../../../shared/presence.ts';
import { formatLocale } from '../i18n/format-locale.ts';
import { tell } from '../app/toasts.ts';
import { useNow } from '../app/use-now.ts';
import { useSelected } from '../app/use-selected.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { refused } from '../message/say.ts';
import { minutesOf, type Pause } from './moments.ts';
import { statusText } from './text.ts';

/** The pause in one's notifications: until when (seconds since 1970; null: there is none), and ways in and out. */
export function usePause() {
  const { session, snooze, api } = useWorkspace();
  const dnd = useSelected(session, (state) => state.dnd);
  const now = useNow() / 1000;
  const isOn = isPaused(dnd, now);
  const isSnoozed = dnd.snooze_enabled && now < dnd.snooze_endtime;
  return {
    until: isOn ? (isSnoozed ? dnd.snooze_endtime : dnd.next_dnd_end_ts) : null,
    pause(pause: Pause) {
      const minutes = minutesOf(pause, new Date());
      snooze(minutes).then(() => tell(statusText().paused(formatMoment(Date.now() / 1000 + minutes * 60))), refused());
    },
    resume() {
      // The first ends a pause that was asked for, the second one of the schedule too.
      const ended = isSnoozed ? snooze(0) : api.dnd.endDnd({});
      ended.then(() => tell(statusText().resumed), refused());
    },
  };
}

/** A time of today, or a day with its time. `at` in seconds since 1970. */
export function formatMoment(at: number): string {
  const date = new Date(at * 1000);
  const isToday = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(formatLocale(), {
    hour: 'numeric',
    minute: '2-digit',
    ...(!isToday && { weekday: 'short', day: 'numeric', month: 'short' }),
  });
}
