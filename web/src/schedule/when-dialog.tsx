import { type FormEvent, useState } from 'react';
import { Button } from '../design/button.tsx';
import { Dialog, DialogActions, DialogBody } from '../design/dialog.tsx';
import { dueOf, readLocalTime, toLocalTime } from '../saved/due-choices.ts';
import { scheduleText } from './text.ts';
import { WhenField } from './when-field.tsx';

interface WhenDialogProps {
  title: string;
  /** On the button. */
  action: string;
  /** What it was until now, in seconds since 1970. */
  initial?: number;
  onChoose: (at: number) => void;
  onClose: () => void;
}

/** Asks for a moment to come. */
export default function WhenDialog({ title, action, initial, onChoose, onClose }: WhenDialogProps) {
  const t = scheduleText();
  const [value, setValue] = useState(() => toLocalTime(firstOffer(initial)));
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const at = readLocalTime(value, new Date());
    if (at === null) setWrong(true);
    else onChoose(at);
  };
  return (
    <Dialog title={title} size="small" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <DialogBody>
          <WhenField
            autoFocus
            value={value}
            error={isWrong ? t.isPast : null}
            onChange={(next) => {
              setWrong(false);
              setValue(next);
            }}
          />
          <DialogActions>
            <Button onClick={onClose}>{t.cancel}</Button>
            <Button kind="primary" type="submit">
              {action}
            </Button>
          </DialogActions>
        </DialogBody>
      </form>
    </Dialog>
  );
}

/** What was chosen before, if it is still to come; else tomorrow morning. */
function firstOffer(before: number | undefined, now = new Date()): Date {
  const tomorrow = dueOf('tomorrow', now);
  return new Date((before !== undefined && before * 1000 > now.getTime() ? before : tomorrow) * 1000);
}
