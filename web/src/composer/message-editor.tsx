import { useMemo } from 'react';
import { Button } from '../design/button.tsx';
import { mentionNamesOf } from '../message/plain.ts';
import { useNames } from '../people/people-context.tsx';
import frame from './composer.module.css';
import { Editor } from './editor.tsx';
import styles from './message-editor.module.css';
import { readMrkdwn } from './read-mrkdwn.ts';

interface MessageEditorProps {
  text: string;
  onSave: (text: string) => void;
  onCancel: () => void;
}

/** A message being edited in its place. Enter saves, Escape leaves it as it was. */
export default function MessageEditor({ text, onSave, onCancel }: MessageEditorProps) {
  const names = useNames();
  const initial = useMemo(() => readMrkdwn(text, mentionNamesOf(names)), [text, names]);
  return (
    <div className={frame.box}>
      <Editor
        label="Edit message"
        placeholder="A message cannot be empty"
        initial={initial}
        isFocusedAtFirst
        onChange={() => undefined}
        onSubmit={onSave}
        onEscape={onCancel}
        renderActions={(content, submit) => (
          <span className={styles.actions}>
            <Button kind="quiet" className={styles.button} onClick={onCancel}>
              Cancel
            </Button>
            <Button kind="primary" className={styles.button} disabled={content?.isEmpty ?? false} onClick={submit}>
              Save
            </Button>
          </span>
        )}
      />
    </div>
  );
}
