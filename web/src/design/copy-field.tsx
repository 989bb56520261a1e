import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from './button.tsx';
import styles from './copy-field.module.css';
import { designText } from './text.ts';
import { TextField } from './text-field.tsx';

/** Something to pass on, with a button that copies it. Where the browser refuses, it is selected for the person to copy. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint?: ReactNode }) {
  const t = designText();
  const field = useRef<HTMLDivElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    const select = () => field.current?.querySelector('input')?.select();
    if (!navigator.clipboard) return select();
    navigator.clipboard.writeText(value).then(() => setCopied(true), select);
  };
  return (
    <div className={styles.field} ref={field}>
      <TextField
        className={styles.text}
        label={label}
        hint={hint}
        readOnly
        value={value}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button className={styles.button} onClick={copy} aria-label={t.copyOf(label)}>
        {isCopied ? <Check size={16} /> : <Copy size={16} />}
        {isCopied ? t.copied : t.copy}
      </Button>
    </div>
  );
}
