import { type FormEvent, useState } from 'react';
import { Button } from '../design/button.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { TextField } from '../design/text-field.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import styles from './sign-in.module.css';
import { signInText } from './text.ts';

interface JoinStepProps {
  workspaceName: string;
  isBusy: boolean;
  error: string | null;
  onJoin: (displayName: string) => void;
}

export function JoinStep({ workspaceName, isBusy, error, onJoin }: JoinStepProps) {
  const t = signInText();
  const [displayName, setDisplayName] = useState('');
  const name = displayName.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name !== '') onJoin(name);
  };
  return (
    <SignInFrame title={t.join(workspaceName)} lead={t.joinLead}>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={t.yourName}
          autoFocus
          maxLength={80}
          autoComplete="name"
          value={displayName}
          onChange={(event) => setDisplayName(event.target.value)}
        />
        <ErrorNote>{error}</ErrorNote>
        <Button kind="primary" type="submit" wide busy={isBusy} disabled={name === ''}>
          {t.joinWorkspace}
        </Button>
      </form>
    </SignInFrame>
  );
}
