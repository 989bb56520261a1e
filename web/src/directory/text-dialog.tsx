import { type FormEvent, type ReactNode, useState } from 'react';
import { useAction } from '../app/use-action.ts';
import { Button } from '../design/button.tsx';
import { Dialog, DialogActions, DialogBody } from '../design/dialog.tsx';
import { TextField } from '../design/text-field.tsx';
import { directoryText } from './text.ts';

interface TextDialogProps {
  title: string;
  label: string;
  hint?: string;
  prefix?: ReactNode;
  initial: string;
  maxLength: number;
  mayBeEmpty: boolean;
  normalise?: (typed: string) => string;
  save: (value: string) => Promise<void>;
  onClose: () => void;
}

/** Asks for one line: a topic, a purpose, a name. */
export function TextDialog(props: TextDialogProps) {
  const { title, label, hint, prefix, initial, maxLength, mayBeEmpty, normalise, save, onClose } = props;
  const [value, setValue] = useState(initial);
  const action = useAction(async () => {
    await save(value.trim());
    onClose();
  });
  const isReady = mayBeEmpty || value.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() === initial) onClose();
    else if (isReady) action.run();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <TextField
            label={label}
            hint={hint}
            prefix={prefix}
            maxLength={maxLength}
            autoFocus
            autoComplete="off"
            value={value}
            error={action.error}
            onChange={(event) => setValue(normalise ? normalise(event.target.value) : event.target.value)}
          />
          <DialogActions>
            <Button onClick={onClose}>{directoryText().cancel}</Button>
            <Button kind="primary" type="submit" busy={action.isBusy} disabled={!isReady}>
              {directoryText().save}
            </Button>
          </DialogActions>
        </DialogBody>
      </form>
    </Dialog>
  );
}
