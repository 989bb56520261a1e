import { type FormEvent, useState } from 'react';
import { Button } from '../design/button.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { TextField } from '../design/text-field.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import styles from './sign-in.module.css';
import { signInText } from './text.ts';

interface CreateStepProps {
  isBusy: boolean;
  error: string | null;
  onCreate: (workspaceName: string, displayName: string) => void;
  /** Null when there is nothing to go back to. */
  onBack: (() => void) | null;
}

export function CreateStep({ isBusy, error, onCreate, onBack }: CreateStepProps) {
  const t = signInText();
  const [workspaceName, setWorkspaceName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const isReady = workspaceName.trim() !== '' && displayName.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onCreate(workspaceName.trim(), displayName.trim());
  };
  return (
    <SignInFrame
      title={t.createTitle}
      lead={t.createLead}
      footer={
        onBack && (
          <button type="button" className={styles.link} onClick={onBack}>
            {t.backToWorkspaces}
          </button>
        )
      }
    >
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={t.workspaceName}
          placeholder={t.workspacePlaceholder}
          autoFocus
          maxLength={80}
          autoComplete="organization"
          value={workspaceName}
          onChange={(event) => setWorkspaceName(event.target.value)}
        />
        <TextField
          label={t.yourName}
          hint={t.yourNameHint}
          maxLength={80}
          autoComplete="name"
          value={displayName}
          onChange={(event) => setDisplayName(event.target.value)}
        />
        <ErrorNote>{error}</ErrorNote>
        <Button kind="primary" type="submit" wide busy={isBusy} disabled={!isReady}>
          {t.create}
        </Button>
      </form>
    </SignInFrame>
  );
}
