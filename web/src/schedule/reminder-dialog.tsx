import { type FormEvent, useState } from 'react';
import type { Workspace } from '../../../client/workspace.ts';
import { maxReminderLength } from '../../../shared/reminder.ts';
import { tell } from '../app/toasts.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../design/button.tsx';
import { Dialog, DialogActions, DialogBody } from '../design/dialog.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { TextField } from '../design/text-field.tsx';
import { messageActionsText } from '../message/actions-text.ts';
import { formatMoment } from '../message/time.ts';
import { type DueChoice, dueChoices, dueOf, readLocalTime, toLocalTime } from '../saved/due-choices.ts';
import styles from './reminder-dialog.module.css';
import { type Repeat, repeatPhrase, repeats } from './repeat-phrase.ts';
import { scheduleText } from './text.ts';
import { weekdayName } from './when-choices.ts';
import { deviceZone, WhenField } from './when-field.tsx';
import { whenOf } from './when-of.ts';

interface ReminderDialogProps {
  workspace: Workspace;
  /** What to be reminded of, as far as it is known. */
  text?: string;
  onClose: () => void;
}

/** Sets a reminder: what, when, and whether it comes again. */
export default function ReminderDialog({ workspace, text: initial = '', onClose }: ReminderDialogProps) {
  const t = scheduleText();
  const [text, setText] = useState(initial);
  const [choice, setChoice] = useState<DueChoice | 'custom'>('in20Minutes');
  const [custom, setCustom] = useState(() => toLocalTime(new Date(dueOf('tomorrow', new Date()) * 1000)));
  const [repeat, setRepeat] = useState<Repeat>('never');
  const [isPast, setPast] = useState(false);
  const [opened] = useState(() => new Date());
  const at = choice === 'custom' ? readLocalTime(custom, opened) : dueOf(choice, opened);
  const add = useAction(async (when: number) => {
    const zone = workspace.users.get(workspace.self)?.tz ?? deviceZone();
    const time = repeat === 'never' ? when : repeatPhrase(repeat, when, zone);
    const { reminder } = await workspace.api.reminders.add({ text: text.trim(), time });
    tell(t.reminderAdded(reminder.text, whenOf(reminder)));
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Counted from now, not from when the dialog was opened.
    const now = new Date();
    const when = choice === 'custom' ? readLocalTime(custom, now) : dueOf(choice, now);
    if (when === null) setPast(true);
    else add.run(when);
  };
  return (
    <Dialog title={t.newReminder} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <DialogBody>
          <TextField
            label={t.reminderLabel}
            placeholder={t.reminderPlaceholder}
            maxLength={maxReminderLength}
            autoComplete="off"
            autoFocus
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <fieldset className={styles.choices}>
            <legend className={styles.legend}>{t.when}</legend>
            {dueChoices.map((each) => (
              <WhenOption
                key={each}
                label={messageActionsText().due[each]}
                detail={formatMoment(new Date(dueOf(each, opened) * 1000), opened)}
                isChosen={choice === each}
                onChoose={() => setChoice(each)}
              />
            ))}
            <WhenOption label={t.customTime} isChosen={choice === 'custom'} onChoose={() => setChoice('custom')} />
          </fieldset>
          {choice === 'custom' && (
            <WhenField
              value={custom}
              error={isPast && at === null ? t.isPast : null}
              onChange={(value) => {
                setPast(false);
                setCustom(value);
              }}
            />
          )}
          <label className={styles.repeats}>
            {t.repeats}
            <select
              value={repeat}
              onChange={(event) => setRepeat(repeats.find((one) => one === event.target.value) ?? 'never')}
            >
              {repeats.map((each) => (
                <option key={each} value={each}>
                  {repeatLabel(each, at === null ? opened : new Date(at * 1000))}
                </option>
              ))}
            </select>
          </label>
          <ErrorNote>{add.error}</ErrorNote>
          <DialogActions>
            <Button onClick={onClose}>{t.cancel}</Button>
            <Button kind="primary" type="submit" busy={add.isBusy} disabled={text.trim() === ''}>
              {t.addReminder}
            </Button>
          </DialogActions>
        </DialogBody>
      </form>
    </Dialog>
  );
}

interface WhenOptionProps {
  label: string;
  detail?: string;
  isChosen: boolean;
  onChoose: () => void;
}

function WhenOption({ label, detail, isChosen, onChoose }: WhenOptionProps) {
  return (
    <label className={styles.choice}>
      <input type="radio" name="when" className={styles.radio} checked={isChosen} onChange={onChoose} />
      <span className={styles.label}>{label}</span>
      {detail && <span className={styles.detail}>{detail}</span>}
    </label>
  );
}

function repeatLabel(repeat: Repeat, first: Date): string {
  const t = scheduleText();
  switch (repeat) {
    case 'never':
      return t.never;
    case 'day':
      return t.everyDay;
    case 'weekday':
      return t.everyWeekday;
    case 'week':
      return t.everyWeekOn(weekdayName(first));
    case 'month':
      return t.everyMonthOn(first.getDate());
    case 'year':
      return t.everyYear;
  }
}
