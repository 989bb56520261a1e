import { type FormEvent, useState } from 'react';
import { Button } from '../design/button.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { TextField } from '../design/text-field.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import styles from './sign-in.module.css';

interface JoinStepProps {
  workspaceName: string;
  isBusy: boolean;
  error: string | null;
  onJoin: (displayName: string) => void;
}

export function JoinStep({ workspaceName, isBusy, error, onJoin }: JoinStepProps) {
  const [displayName, setDisplayName] = useState('');
  const name = displayName.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name !== '') onJoin(name);
  };
  return (
    <SignInFrame title={`Join ${workspaceName}`} lead="One more thing: what should people call you?">
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label="Your name"
          autoFocus
          maxLength={80}
          autoComplete="name"
          value={displayName}
          onChange={(event) => setDisplayName(event.target.value)}
        />
        <ErrorNote>{error}</ErrorNote>
        <Button kind="primary" type="submit" wide busy={isBusy} disabled={name === ''}>
          Join workspace
        </Button>
      </form>
    </SignInFrame>
  );
}
