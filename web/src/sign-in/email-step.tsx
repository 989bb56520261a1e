import ArrowRight from 'lucide-react/icons/arrow-right';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Avatar } from '../design/avatar.tsx';
import { Button } from '../design/button.tsx';
import { TextField } from '../design/text-field.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import styles from './sign-in.module.css';
import { signInText } from './text.ts';

interface EmailStepProps {
  title: string;
  lead: ReactNode;
  email: string;
  /** Demo people, whom nobody has to prove to be. */
  people: readonly { email: string; name: string }[];
  isBusy: boolean;
  error: string | null;
  onEmail: (email: string) => void;
  onPerson: (email: string) => void;
  footer?: ReactNode;
}

export function EmailStep(props: EmailStepProps) {
  const t = signInText();
  const [email, setEmail] = useState(props.email);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onEmail(email.trim());
  };
  return (
    <SignInFrame title={props.title} lead={props.lead} footer={props.footer}>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={t.email}
          type="email"
          name="email"
          autoComplete="email"
          inputMode="email"
          placeholder={t.emailPlaceholder}
          autoFocus
          required
          value={email}
          error={props.error}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button kind="primary" type="submit" wide busy={props.isBusy}>
          {t.continue}
        </Button>
      </form>
      {props.people.length > 0 && (
        <>
          <div className={styles.or}>{t.orLookAround}</div>
          <div className={styles.choices} role="group" aria-label={t.demoPeople}>
            {props.people.map((person) => (
              <button
                key={person.email}
                type="button"
                className={styles.choice}
                disabled={props.isBusy}
                onClick={() => props.onPerson(person.email)}
              >
                <Avatar id={person.email} name={person.name} size={32} />
                <span className={styles.choiceText}>
                  <span className={styles.choiceName}>{person.name}</span>
                </span>
                <ArrowRight size={17} className={styles.arrow} aria-hidden="true" />
              </button>
            ))}
          </div>
        </>
      )}
    </SignInFrame>
  );
}
