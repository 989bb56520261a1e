import { type FormEvent, useState } from 'react';
import { getSafeUrl } from '../../../shared/mrkdwn/safe-url.ts';
import { Button } from '../design/button.tsx';
import { TextField } from '../design/text-field.tsx';
import styles from './link-form.module.css';
import { composerText } from './text.ts';

interface LinkFormProps {
  onApply: (url: string) => void;
  onCancel: () => void;
}

/** Asks where a link leads. What has no scheme is taken for https. */
export function LinkForm({ onApply, onCancel }: LinkFormProps) {
  const t = composerText();
  const [value, setValue] = useState('');
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = value.trim();
    const url = getSafeUrl(typed) ?? (/^[\w-]+:/.test(typed) ? null : getSafeUrl(`https://${typed}`));
    if (url === null) setWrong(true);
    else onApply(url);
  };
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <TextField
        className={styles.field}
        label={t.linkAddress}
        hideLabel
        placeholder="https://"
        value={value}
        error={isWrong ? t.notAnAddress : null}
        onChange={(event) => setValue(event.target.value)}
        autoFocus
      />
      <Button onClick={onCancel}>{t.cancel}</Button>
      <Button kind="primary" type="submit">
        {t.makeLink}
      </Button>
    </form>
  );
}
