import { useEffect, useState } from 'react';
import { Spinner } from '../design/spinner.tsx';
import { CodeField } from './code-field.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import styles from './sign-in.module.css';

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
  const [left, setLeft] = useState(patience);
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return (
    <SignInFrame
      title="Enter your code"
      lead={
        delivery === 'email' ? (
          <>
            We sent a six-digit code to <b>{email}</b>. It is good for a few minutes.
          </>
        ) : (
          <>
            A six-digit code for <b>{email}</b> is waiting for you.
          </>
        )
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
            {left > 0 ? `New code in ${left} s` : 'Send a new code'}
          </button>
          <button type="button" className={styles.link} onClick={onBack}>
            Use another address
          </button>
        </div>
      }
    >
      {delivery === 'console' && (
        <p className={styles.note} role="note">
          This server has no mail set up. The code is printed in the terminal where the server runs.
        </p>
      )}
      <div className={styles.form}>
        <CodeField isBusy={isBusy} error={error} onComplete={onCode} />
        {isBusy && (
          <span role="status">
            <Spinner /> <span className="visually-hidden">Checking the code</span>
          </span>
        )}
      </div>
    </SignInFrame>
  );
}
