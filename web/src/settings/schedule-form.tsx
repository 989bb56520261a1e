import { type FormEvent, useEffect, useState } from 'react';
import type { Workspace } from '../../../client/workspace.ts';
import type { DndSchedule } from '../../../shared/presence.ts';
import { tell } from '../app/toasts.ts';
import { useAction } from '../app/use-action.ts';
import { useSelected } from '../app/use-selected.ts';
import { Button } from '../design/button.tsx';
import { CheckField } from '../design/check-field.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { TextField } from '../design/text-field.tsx';
import { formatLocale } from '../i18n/format-locale.ts';
import { fromClockTime, toClockTime, weekDays } from './clock-time.ts';
import styles from './notifications-section.module.css';
import { settingsText } from './text.ts';

/** From ten in the evening to eight in the morning, every day. */
const suggested: DndSchedule = { is_enabled: false, start: 22 * 60, end: 8 * 60, days: [0, 1, 2, 3, 4, 5, 6] };

/** When one wants to be left alone every day. */
export function ScheduleForm({ workspace }: { workspace: Workspace }) {
  const t = settingsText().notifications;
  const known = useSelected(workspace.session, (state) => state.dndSchedule) ?? suggested;
  const [schedule, setSchedule] = useState(known);
  useEffect(() => setSchedule(known), [known]);
  const save = useAction(async () => {
    await workspace.setDndSchedule(schedule);
    tell(t.scheduleSaved);
  });
  const set = (change: Partial<DndSchedule>) => setSchedule((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.run();
  };
  return (
    <form className={styles.schedule} onSubmit={submit}>
      <CheckField checked={schedule.is_enabled} onChange={(isEnabled) => set({ is_enabled: isEnabled })}>
        {t.isScheduled}
      </CheckField>
      {schedule.is_enabled && (
        <>
          <div className={styles.times}>
            <Time label={t.from} minutes={schedule.start} onChange={(start) => set({ start })} />
            <Time label={t.until} minutes={schedule.end} onChange={(end) => set({ end })} />
          </div>
          <fieldset className={styles.days}>
            <legend className={styles.legend}>{t.days}</legend>
            {weekDays(formatLocale()).map(({ day, name }) => (
              <label key={day} className={styles.day}>
                <input
                  type="checkbox"
                  className="visually-hidden"
                  checked={schedule.days.includes(day)}
                  onChange={(event) =>
                    set({
                      days: event.target.checked
                        ? [...schedule.days, day].sort((a, b) => a - b)
                        : schedule.days.filter((other) => other !== day),
                    })
                  }
                />
                {name}
              </label>
            ))}
          </fieldset>
        </>
      )}
      <ErrorNote>{save.error}</ErrorNote>
      <div>
        <Button type="submit" busy={save.isBusy} disabled={isSame(schedule, known)}>
          {t.saveSchedule}
        </Button>
      </div>
    </form>
  );
}

interface TimeProps {
  label: string;
  minutes: number;
  onChange: (minutes: number) => void;
}

function Time({ label, minutes, onChange }: TimeProps) {
  return (
    <TextField
      label={label}
      type="time"
      required
      value={toClockTime(minutes)}
      onChange={(event) => {
        const typed = fromClockTime(event.target.value);
        if (typed !== null) onChange(typed);
      }}
    />
  );
}

function isSame(a: DndSchedule, b: DndSchedule): boolean {
  return a.is_enabled === b.is_enabled && a.start === b.start && a.end === b.end && String(a.days) === String(b.days);
}
