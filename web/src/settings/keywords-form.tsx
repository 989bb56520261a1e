import X from 'lucide-react/icons/x';
import { type FormEvent, useState } from 'react';
import type { Workspace } from '../../../client/workspace.ts';
import { maxKeywords } from '../../../shared/preferences.ts';
import { useAction } from '../app/use-action.ts';
import { useSelected } from '../app/use-selected.ts';
import { Button } from '../design/button.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { TextField } from '../design/text-field.tsx';
import { addKeywords } from './keywords.ts';
import styles from './notifications-section.module.css';
import { settingsText } from './text.ts';

export function KeywordsForm({ workspace }: { workspace: Workspace }) {
  const t = settingsText().notifications;
  const keywords = useSelected(workspace.session, (state) => state.preferences.keywords);
  const [typed, setTyped] = useState('');
  const save = useAction((next: string[]) => workspace.setPreferences({ keywords: next }));
  const isFull = keywords.length >= maxKeywords;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === '') return;
    save.run(addKeywords(keywords, typed));
    setTyped('');
  };
  return (
    <>
      <form className={styles.add} onSubmit={submit}>
        <TextField
          className={styles.field ?? ''}
          label={t.newKeyword}
          value={typed}
          disabled={isFull}
          autoComplete="off"
          hint={isFull ? t.tooManyKeywords(maxKeywords) : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" disabled={typed.trim() === '' || isFull} busy={save.isBusy}>
          {t.addKeyword}
        </Button>
      </form>
      {keywords.length === 0 ? (
        <p className={styles.none}>{t.noKeywords}</p>
      ) : (
        <ul className={styles.words} aria-label={t.keywords}>
          {keywords.map((word) => (
            <li key={word} className={styles.word}>
              {word}
              <IconButton
                size="small"
                label={t.removeKeyword(word)}
                onClick={() => save.run(keywords.filter((other) => other !== word))}
              >
                <X size={14} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <ErrorNote>{save.error}</ErrorNote>
    </>
  );
}
