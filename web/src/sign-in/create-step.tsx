import { type FormEvent, useState } from 'react';
import { Button } from '../design/button.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { TextField } from '../design/text-field.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import styles from './sign-in.module.css';

interface CreateStepProps {
  isBusy: boolean;
  error: string | null;
  onCreate: (workspaceName: string, displayName: string) => void;
  /** Null when there is nothing to go back to. */
  onBack: (() => void) | null;
}

export function CreateStep({ isBusy, error, onCreate, onBack }: CreateStepProps) {
  const [workspaceName, setWorkspaceName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const isReady = workspaceName.trim() !== '' && displayName.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onCreate(workspaceName.trim(), displayName.trim());
  };
  return (
    <SignInFrame
      title="Create a workspace"
      lead="A workspace is the home of a company or a team. You can rename it later."
      footer={
        onBack && (
          <button type="button" className={styles.link} onClick={onBack}>
            Back to your workspaces
          </button>
        )
      }
    >
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label="Workspace name"
          placeholder="Acme"
          autoFocus
          maxLength={80}
          autoComplete="organization"
          value={workspaceName}
          onChange={(event) => setWorkspaceName(event.target.value)}
        />
        <TextField
          label="Your name"
          hint="As people here will see it."
          maxLength={80}
          autoComplete="name"
          value={displayName}
          onChange={(event) => setDisplayName(event.target.value)}
        />
        <ErrorNote>{error}</ErrorNote>
        <Button kind="primary" type="submit" wide busy={isBusy} disabled={!isReady}>
          Create workspace
        </Button>
      </form>
    </SignInFrame>
  );
}
