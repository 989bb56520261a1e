import { type FormEvent, useState } from 'react';
import { Button } from '../design/button.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { TextField } from '../design/text-field.tsx';
import { messageActionsText } from '../message/actions-text.ts';
import { formatMoment } from '../message/time.ts';
import { dueChoices, dueOf, readLocalTime, toLocalTime } from './due-choices.ts';
import styles from './due-form.module.css';

interface DueFormProps {
  /** Whether it can also be taken away. */
  canClear: boolean;
  /** Seconds since 1970; null takes it away. */
  onChoose: (due: number | null) => void;
}

/** Chooses when to be reminded: in a while, tomorrow, next week, or at a time of one's own. */
export function DueForm({ canClear, onChoose }: DueFormProps) {
  const t = messageActionsText().due;
  const [opened] = useState(() => new Date());
  const [custom, setCustom] = useState<string | null>(null);
  const [isPast, setPast] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const due = readLocalTime(custom ?? '', new Date());
    if (due === null) setPast(true);
    else onChoose(due);
  };

  if (custom !== null) {
    return (
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={t.when}
          type="datetime-local"
          min={toLocalTime(opened)}
          autoFocus
          required
          value={custom}
          onChange={(event) => setCustom(event.target.value)}
        />
        <ErrorNote>{isPast && t.inThePast}</ErrorNote>
        <Button kind="primary" type="submit">
          {t.set}
        </Button>
      </form>
    );
  }
  return (
    <div className={styles.choices}>
      <h2 className={styles.title}>{t.title}</h2>
      {dueChoices.map((choice, index) => (
        <button
          key={choice}
          type="button"
          className={styles.choice}
          autoFocus={index === 0}
          onClick={() => onChoose(dueOf(choice, new Date()))}
        >
          <span className={styles.label}>{t[choice]}</span>
          <span className={styles.when}>{formatMoment(new Date(dueOf(choice, opened) * 1000), opened)}</span>
        </button>
      ))}
      <button
        type="button"
        className={styles.choice}
        onClick={() => setCustom(toLocalTime(new Date(dueOf('in1Hour', opened) * 1000)))}
      >
        {t.custom}
      </button>
      {canClear && (
        <button type="button" className={styles.choice} onClick={() => onChoose(null)}>
          {t.none}
        </button>
      )}
    </div>
  );
}
