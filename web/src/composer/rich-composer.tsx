import SendHorizontal from 'lucide-react/icons/send-horizontal';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { maxTextLength } from '../../../shared/message.ts';
import type { ComposerHandle, ComposerProps } from './composer.tsx';
import type { EarlyText } from './composer-placeholder.tsx';
import type { ComposerDocument } from './document.ts';
import { Editor, type EditorHandle } from './editor.tsx';
import styles from './rich-composer.module.css';

interface RichComposerProps extends Omit<ComposerProps, 'ref'> {
  handle: RefObject<ComposerHandle | null>;
  early: RefObject<EarlyText>;
}

/** Milliseconds of rest after which a draft is stored. */
const saveAfter = 300;

export default function RichComposer({ label, draft, onSend, onEditLast, handle, early }: RichComposerProps) {
  const editor = useRef<EditorHandle>(null);
  const save = useDraftSaver(draft);
  const initial = useMemo(() => withEarlyText(draft.load(), early.current.text), [draft, early]);
  useEffect(() => {
    handle.current = { focus: () => editor.current?.focus() };
    early.current.text = '';
    return () => {
      handle.current = null;
    };
  }, [handle, early]);

  const send = (mrkdwn: string) => {
    if (!onSend(mrkdwn)) return;
    editor.current?.clear();
    save.now(null);
    editor.current?.focus();
  };

  return (
    <Editor
      ref={editor}
      label={label}
      placeholder={label}
      initial={initial}
      isFocusedAtFirst={early.current.isFocused}
      onChange={({ document, isEmpty }) => save.later(isEmpty ? null : document)}
      onSubmit={send}
      onArrowUpEmpty={onEditLast}
      renderActions={(content, submit) => (
        <button
          type="button"
          className={styles.send}
          aria-label="Send message"
          data-tip="Send message"
          data-tip-keys="Enter"
          disabled={!content || content.isEmpty || content.mrkdwn.length > maxTextLength}
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={submit}
        >
          <SendHorizontal size={17} />
        </button>
      )}
    />
  );
}

/** The stored draft with what was typed before the editor came as its last line. */
function withEarlyText(draft: ComposerDocument | null, text: string): ComposerDocument | null {
  if (text === '') return draft;
  const lines = text.split('\n').map((line) => ({
    type: 'paragraph',
    children: line === '' ? [] : [{ type: 'text', text: line, format: 0 }],
  }));
  return { root: { type: 'root', children: [...(draft?.root.children ?? []), ...lines] } };
}

/** Stores the draft when the person pauses, and at the latest when they leave. */
function useDraftSaver(draft: ComposerProps['draft']) {
  const saver = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting: { document: ComposerDocument | null } | null = null;
    const flush = () => {
      clearTimeout(timer);
      if (waiting) draft.save(waiting.document);
      waiting = null;
    };
    return {
      later(document: ComposerDocument | null) {
        waiting = { document };
        clearTimeout(timer);
        timer = setTimeout(flush, saveAfter);
      },
      now(document: ComposerDocument | null) {
        waiting = { document };
        flush();
      },
      flush,
    };
  }, [draft]);
  useEffect(() => {
    window.addEventListener('pagehide', saver.flush);
    return () => {
      window.removeEventListener('pagehide', saver.flush);
      saver.flush();
    };
  }, [saver]);
  return saver;
}
