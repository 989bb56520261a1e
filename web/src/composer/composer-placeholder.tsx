import type { KeyboardEvent, RefObject } from 'react';
import { escapeMrkdwn } from '../../../shared/mrkdwn/escape.ts';
import styles from './composer-placeholder.module.css';

/** What was done in the placeholder before the editor came. */
export interface EarlyText {
  text: string;
  isFocused: boolean;
}

interface ComposerPlaceholderProps {
  label: string;
  early: RefObject<EarlyText>;
  onSend: (mrkdwn: string) => boolean;
}

/** As large as the empty editor, and good for plain text: nothing moves and nothing is lost when the editor takes over. */
export function ComposerPlaceholder({ label, early, onSend }: ComposerPlaceholderProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const text = escapeMrkdwn(event.currentTarget.value.trim());
    // What commands do comes with the editor.
    if (text === '' || text.startsWith('/') || !onSend(text)) return;
    event.currentTarget.value = '';
    early.current.text = '';
  };
  return (
    <>
      <textarea
        className={styles.text}
        aria-label={label}
        placeholder={label}
        rows={1}
        autoFocus={early.current.isFocused}
        defaultValue={early.current.text}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          early.current.text = event.target.value;
        }}
        onFocus={() => {
          early.current.isFocused = true;
        }}
        onBlur={(event) => {
          // The editor that takes its place takes the focus from it, too.
          if (event.currentTarget.isConnected) early.current.isFocused = false;
        }}
      />
      <div className={styles.bar} />
    </>
  );
}
