import { useMemo } from 'react';
import { Button } from '../design/button.tsx';
import { useNames } from '../people/people-context.tsx';
import { composerNamesOf } from './composer-names.ts';
import frame from './composer.module.css';
import { Editor } from './editor.tsx';
import styles from './message-editor.module.css';
import { withEmoji } from './emoticons.ts';
import { readMrkdwn } from './read-mrkdwn.ts';
import { composerText } from './text.ts';

interface MessageEditorProps {
  text: string;
  onType?: (text: string) => void;
  onSave: (text: string) => void;
  onCancel: () => void;
}

/** A message being edited in its place. Enter saves, Escape leaves it as it was. */
export default function MessageEditor({ text, onType, onSave, onCancel }: MessageEditorProps) {
  const t = composerText();
  const names = useNames();
  const initial = useMemo(() => readMrkdwn(text, composerNamesOf(names)), [text, names]);
  return (
    <div className={frame.box}>
      <Editor
        label={t.editMessage}
        placeholder={t.cannotBeEmpty}
        initial={initial}
        isFocusedAtFirst
        onType={({ mrkdwn }) => onType?.(mrkdwn)}
        onSubmit={(mrkdwn) => onSave(withEmoji(mrkdwn))}
        onEscape={() => {
          onCancel();
          return true;
        }}
        renderActions={(content, submit) => (
          <span className={styles.actions}>
            <Button kind="quiet" className={styles.button} onClick={onCancel}>
              {t.cancel}
            </Button>
            <Button kind="primary" className={styles.button} disabled={content?.isEmpty ?? false} onClick={submit}>
              {t.save}
            </Button>
          </span>
        )}
      />
    </div>
  );
}
