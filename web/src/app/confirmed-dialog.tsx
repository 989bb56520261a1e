import { ConfirmDialog } from '../design/confirm-dialog.tsx';
import { closeDialog } from './dialog-request.ts';
import { useAction } from './use-action.ts';

interface ConfirmedDialogProps {
  title: string;
  action: string;
  danger?: boolean;
  act: () => Promise<void>;
  onDone?: () => void;
  children: string;
}

/** Asks, does it, and says what went wrong. */
export function ConfirmedDialog({ title, action, danger = false, act, onDone, children }: ConfirmedDialogProps) {
  const confirm = useAction(async () => {
    await act();
    closeDialog();
    onDone?.();
  });
  return (
    <ConfirmDialog
      title={title}
      action={action}
      danger={danger}
      busy={confirm.isBusy}
      error={confirm.error}
      onConfirm={() => confirm.run()}
      onClose={closeDialog}
    >
      <p>{children}</p>
    </ConfirmDialog>
  );
}
