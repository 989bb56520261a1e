import { useEffect, useId, useRef, useState } from 'react';
import { ErrorNote } from '../design/error-note.tsx';
import styles from './code-field.module.css';
import { digitsOf } from './digits.ts';
import { signInText } from './text.ts';

interface CodeFieldProps {
  isBusy: boolean;
  error: string | null;
  onComplete: (code: string) => void;
}

/**
 * Six digits in one input, so that pasting, deleting and the phone's offer to fill in a code work as everywhere. The six
 * boxes are drawn under it.
 */
export function CodeField({ isBusy, error, onComplete }: CodeFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  useEffect(() => {
    if (error === null) return;
    setCode('');
    input.current?.focus();
  }, [error]);

  const change = (value: string) => {
    const digits = digitsOf(value);
    setCode(digits);
    if (digits.length === 6) onComplete(digits);
  };
  return (
    <div className={styles.field}>
      <label className="visually-hidden" htmlFor={id}>
        {signInText().code}
      </label>
      <div className={styles.boxes} data-wrong={error !== null || undefined}>
        {Array.from({ length: 6 }, (_, place) => (
          <span
            key={place}
            className={styles.box}
            data-current={place === Math.min(code.length, 5) || undefined}
            aria-hidden="true"
          >
            {code[place]}
          </span>
        ))}
        <input
          ref={input}
          id={id}
          className={styles.input}
          value={code}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9]*"
          autoFocus
          readOnly={isBusy}
          aria-invalid={error === null ? undefined : true}
          aria-describedby={`${id}-error`}
          onChange={(event) => change(event.target.value)}
        />
      </div>
      <ErrorNote id={`${id}-error`}>{error}</ErrorNote>
    </div>
  );
}
