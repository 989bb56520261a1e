import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog, DialogActions, DialogBody } from './dialog.tsx';
import { ErrorNote } from './error-note.tsx';
import { designText } from './text.ts';

interface ConfirmDialogProps {
  title: string;
  action: string;
  danger?: boolean;
  busy?: boolean;
  error?: string | null;
  onConfirm: () => void;
  onClose: () => void;
  onFocusBack?: () => void;
  children: ReactNode;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog title={props.title} size="small" onClose={props.onClose} onFocusBack={props.onFocusBack}>
      <DialogBody>
        {props.children}
        <ErrorNote>{props.error}</ErrorNote>
        <DialogActions>
          <Button onClick={props.onClose}>{designText().cancel}</Button>
          <Button
            kind={props.danger ? 'danger' : 'primary'}
            busy={props.busy ?? false}
            onClick={props.onConfirm}
            autoFocus
          >
            {props.action}
          </Button>
        </DialogActions>
      </DialogBody>
    </Dialog>
  );
}
