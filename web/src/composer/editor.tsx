import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type BaseSelection,
  type LexicalEditor,
} from 'lexical';
import { type ReactNode, type Ref, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { maxTextLength } from '../../../shared/message.ts';
import { useNames } from '../people/people-context.tsx';
import { CompletionList } from './completion-list.tsx';
import { clearEditor, createComposerEditor, focusAtEnd, getDocument } from './create-composer-editor.ts';
import { type ComposerDocument, isEmptyDocument } from './document.ts';
import styles from './editor.module.css';
import { FormatBar } from './format-bar.tsx';
import { type ActiveFormats, applyFormat, applyLink, type Format, $getActiveFormats } from './format-commands.ts';
import { LinkForm } from './link-form.tsx';
import { registerComposer } from './register-composer.ts';
import { useCompletion } from './use-completion.ts';
import { writeMrkdwn } from './write-mrkdwn.ts';

export interface EditorHandle {
  focus: () => void;
  clear: () => void;
}

/** What the editor says of its content. */
interface EditorContent {
  document: ComposerDocument;
  mrkdwn: string;
  isEmpty: boolean;
}

interface EditorProps {
  ref?: Ref<EditorHandle>;
  label: string;
  placeholder: string;
  initial: ComposerDocument | null;
  isFocusedAtFirst: boolean;
  onChange: (content: EditorContent) => void;
  onSubmit: (mrkdwn: string) => void;
  onEscape?: () => void;
  onArrowUpEmpty?: () => boolean;
  /** Buttons at the end of the bar. */
  renderActions: (content: EditorContent | null, submit: () => void) => ReactNode;
}

/** Rich text: the content, its formatting bar and its completions. */
export function Editor(props: EditorProps) {
  const listId = useId();
  const host = useRef<HTMLDivElement>(null);
  const [editor] = useState(() => createComposerEditor(props.initial));
  const [content, setContent] = useState<EditorContent | null>(null);
  const [active, setActive] = useState<ActiveFormats>(new Set());
  const [linkSelection, setLinkSelection] = useState<BaseSelection | null>(null);
  const completion = useCompletion(editor, useNames());
  const latest = useRef(props);
  latest.current = props;

  const submit = useRef(() => {
    const { mrkdwn } = contentOf(editor);
    if (mrkdwn !== '' && mrkdwn.length <= maxTextLength) latest.current.onSubmit(mrkdwn);
  });

  useImperativeHandle(props.ref, () => ({
    focus: () => {
      if (!host.current?.contains(document.activeElement)) focusAtEnd(editor, host.current);
    },
    clear: () => clearEditor(editor),
  }));

  // Before the browser handles the next key: it may be meant for what stood here before.
  useLayoutEffect(() => {
    const unregister = registerComposer(editor, {
      onSubmit: () => submit.current(),
      onEscape: () => {
        latest.current.onEscape?.();
        return latest.current.onEscape !== undefined;
      },
      onArrowUpEmpty: () => latest.current.onArrowUpEmpty?.() ?? false,
      isEmpty: () => contentOf(editor).isEmpty,
    });
    const unlisten = editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      setActive((was) => keepIfSame(was, editorState.read($getActiveFormats)));
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      const next = contentOf(editor);
      setContent(next);
      latest.current.onChange(next);
    });
    editor.setRootElement(host.current);
    setContent(contentOf(editor));
    if (latest.current.isFocusedAtFirst) focusAtEnd(editor, host.current);
    return () => {
      unlisten();
      unregister();
      editor.setRootElement(null);
    };
  }, [editor]);

  const onFormat = (format: Format) => {
    if (format !== 'link') applyFormat(editor, format);
    else if (active.has('link')) applyLink(editor, null);
    else setLinkSelection(editor.read(() => $getSelection()?.clone() ?? $getRoot().selectEnd()));
  };

  const closeLinkForm = (url: string | null) => {
    editor.update(() => {
      if (linkSelection) $setSelection(linkSelection.clone());
      const selection = $getSelection();
      if (url !== null && $isRangeSelection(selection) && selection.isCollapsed()) selection.insertText(url);
    });
    if (url !== null && linkSelection && !linkSelection.isCollapsed()) applyLink(editor, url);
    setLinkSelection(null);
    editor.focus();
  };

  return (
    <div
      className={styles.editor}
      onKeyDown={(event) => {
        if ((event.metaKey || event.ctrlKey) && event.shiftKey && event.code === 'KeyU') {
          event.preventDefault();
          onFormat('link');
        }
      }}
    >
      {completion.choices.length > 0 && (
        <CompletionList
          id={listId}
          label={completion.label}
          choices={completion.choices}
          activeIndex={completion.activeIndex}
          onHover={completion.hover}
          onChoose={completion.choose}
        />
      )}
      {linkSelection && <LinkForm onApply={closeLinkForm} onCancel={() => closeLinkForm(null)} />}
      <div className={styles.content}>
        <div
          ref={host}
          className={styles.text}
          contentEditable
          role="textbox"
          aria-multiline="true"
          aria-label={props.label}
          aria-autocomplete="list"
          aria-controls={completion.choices.length > 0 ? listId : undefined}
          aria-activedescendant={completion.choices.length > 0 ? `${listId}-${completion.activeIndex}` : undefined}
          spellCheck
          dir="auto"
          suppressContentEditableWarning
        />
        {(content?.isEmpty ?? !props.initial) && !hasBlock(active) && (
          <div className={styles.placeholder} aria-hidden="true">
            {props.placeholder}
          </div>
        )}
      </div>
      <div className={styles.bar}>
        <FormatBar active={active} onFormat={onFormat} />
        <span className={styles.gap} />
        <Remaining length={content?.mrkdwn.length ?? 0} />
        {props.renderActions(content, () => submit.current())}
      </div>
    </div>
  );
}

/** Shown from this many characters before the limit on. */
const warnAhead = 1000;

function Remaining({ length }: { length: number }) {
  const left = maxTextLength - length;
  if (left > warnAhead) return null;
  return (
    <span className={styles.remaining} data-over={left < 0 || undefined} role="status">
      {left < 0 ? `${-left} characters too many` : `${left} left`}
    </span>
  );
}

function contentOf(editor: LexicalEditor): EditorContent {
  const document = getDocument(editor);
  return { document, mrkdwn: writeMrkdwn(document), isEmpty: isEmptyDocument(document) };
}

/** An empty quote, list or block of code shows itself; the placeholder would lie over it. */
function hasBlock(active: ActiveFormats): boolean {
  return active.has('quote') || active.has('block') || active.has('bullet') || active.has('number');
}

function keepIfSame(was: ActiveFormats, is: ActiveFormats): ActiveFormats {
  return was.size === is.size && [...is].every((format) => was.has(format)) ? was : is;
}
