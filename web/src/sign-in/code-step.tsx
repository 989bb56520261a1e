import { useEffect, useState } from 'react';
import { Spinner } from '../design/spinner.tsx';
import { CodeField } from './code-field.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import styles from './sign-in.module.css';
import { signInText } from './text.ts';

interface CodeStepProps {
  email: string;
  delivery: 'email' | 'console';
  isBusy: boolean;
  error: string | null;
  onCode: (code: string) => void;
  onResend: () => void;
  onBack: () => void;
}

/** Seconds before another code may be asked for. */
const patience = 30;

export function CodeStep({ email, delivery, isBusy, error, onCode, onResend, onBack }: CodeStepProps) {
  const t = signInText();
  const [before, after] = delivery === 'email' ? t.codeSent : t.codeWaits;
  const [left, setLeft] = useState(patience);
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return (
    <SignInFrame
      title={t.enterCode}
      lead={
        <>
          {before}
          <b>{email}</b>
          {after}
        </>
      }
      footer={
        <div className={styles.links}>
          <button
            type="button"
            className={styles.link}
            disabled={left > 0 || isBusy}
            onClick={() => {
              setLeft(patience);
              onResend();
            }}
          >
            {left > 0 ? t.newCodeIn(left) : t.newCode}
          </button>
          <button type="button" className={styles.link} onClick={onBack}>
            {t.otherAddress}
          </button>
        </div>
      }
    >
      {delivery === 'console' && (
        <p className={styles.note} role="note">
          {t.codePrinted}
        </p>
      )}
      <div className={styles.form}>
        <CodeField isBusy={isBusy} error={error} onComplete={onCode} />
        {isBusy && (
          <span role="status">
            <Spinner /> <span className="visually-hidden">{t.checking}</span>
          </span>
        )}
      </div>
    </SignInFrame>
  );
}
