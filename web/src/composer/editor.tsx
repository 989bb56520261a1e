import { PASTE_TAG } from 'lexical';
import { type ReactNode, type Ref, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { maxTextLength } from '../../../shared/message.ts';
import { useNames } from '../people/people-context.tsx';
import { type CodePaste, getCodePaste, pasteAsCode } from './code-paste.ts';
import { CodePasteOffer } from './code-paste-offer.tsx';
import { CompletionList } from './completion-list.tsx';
import {
  clearEditor,
  createComposerEditor,
  focusEditor,
  insertText,
  replaceContent,
  replacedTag,
} from './create-composer-editor.ts';
import type { ComposerDocument } from './document.ts';
import { EditorBar } from './editor-bar.tsx';
import { contentOf, type EditorContent } from './editor-content.ts';
import styles from './editor.module.css';
import { type ActiveFormats, applyFormat, applyLink, type Format, $getActiveFormats } from './format-commands.ts';
import { LinkForm } from './link-form.tsx';
import { registerComposer } from './register-composer.ts';
import { registerMentionNames } from './register-mention-names.ts';
import { type CompletionOptions, useCompletion } from './use-completion.ts';
import { useLinkForm } from './use-link-form.ts';

export interface EditorHandle {
  focus: () => void;
  /** Whether the caret is in it, in a window that the person looks at. */
  hasFocus: () => boolean;
  clear: () => void;
  content: () => EditorContent;
  /** Shows this instead, as nothing that was typed. */
  replace: (next: ComposerDocument) => void;
}

interface EditorProps {
  ref?: Ref<EditorHandle>;
  label: string;
  placeholder: string;
  initial: ComposerDocument | null;
  isFocusedAtFirst: boolean;
  completion?: CompletionOptions;
  /** It was typed in. */
  onType: (content: EditorContent) => void;
  onSubmit: (mrkdwn: string) => void;
  /** Whether it meant something; what does not is left to the page. */
  onEscape: () => boolean;
  onArrowUpEmpty?: () => boolean;
  /** Buttons at the end of the bar. */
  renderActions: (content: EditorContent | null, submit: () => void) => ReactNode;
}

/** Rich text: the content, its formatting bar and its completions. */
export function Editor(props: EditorProps) {
  const listId = useId();
  const names = useNames();
  const host = useRef<HTMLDivElement>(null);
  const [editor] = useState(() => createComposerEditor(props.initial));
  const [content, setContent] = useState<EditorContent | null>(null);
  const [active, setActive] = useState<ActiveFormats>(new Set());
  const [codePaste, setCodePaste] = useState<CodePaste | null>(null);
  const link = useLinkForm(editor);
  const completion = useCompletion(editor, props.completion);
  const latest = useRef(props);
  latest.current = props;

  const submit = useRef(() => {
    const { mrkdwn } = contentOf(editor);
    if (mrkdwn !== '' && mrkdwn.length <= maxTextLength) latest.current.onSubmit(mrkdwn);
  });

  useImperativeHandle(props.ref, () => ({
    focus: () => {
      if (!host.current?.contains(document.activeElement)) focusEditor(editor, host.current);
    },
    hasFocus: () => document.hasFocus() && (host.current?.contains(document.activeElement) ?? false),
    clear: () => clearEditor(editor),
    content: () => contentOf(editor),
    replace: (next) => replaceContent(editor, next, host.current?.contains(document.activeElement) ?? false),
  }));

  // Before the browser handles the next key: it may be meant for what stood here before.
  useLayoutEffect(() => {
    let pasting: CodePaste | null = null;
    let written = contentOf(editor).mrkdwn;
    const unregister = registerComposer(editor, {
      onSubmit: () => submit.current(),
      onEscape: () => latest.current.onEscape(),
      onArrowUpEmpty: () => latest.current.onArrowUpEmpty?.() ?? false,
      isEmpty: () => contentOf(editor).isEmpty,
      onPaste: (data) => {
        pasting = getCodePaste(editor, data);
      },
    });
    const unlisten = editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
      setActive((was) => keepIfSame(was, editorState.read($getActiveFormats)));
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      const next = contentOf(editor);
      setContent(next);
      setCodePaste(tags.has(PASTE_TAG) ? pasting : null);
      pasting = null;
      const isSame = next.mrkdwn === written;
      written = next.mrkdwn;
      if (!isSame && !tags.has(replacedTag)) latest.current.onType(next);
    });
    editor.setRootElement(host.current);
    setContent(contentOf(editor));
    if (latest.current.isFocusedAtFirst) focusEditor(editor, host.current);
    return () => {
      unlisten();
      unregister();
      editor.setRootElement(null);
    };
  }, [editor]);
  useLayoutEffect(() => registerMentionNames(editor, names), [editor, names]);

  const onFormat = (format: Format) => {
    if (format !== 'link') applyFormat(editor, format);
    else if (active.has('link')) applyLink(editor, null);
    else link.open();
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
      {link.isOpen && <LinkForm onApply={link.close} onCancel={() => link.close(null)} />}
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
      {codePaste && (
        <CodePasteOffer
          lines={codePaste.lines}
          onTake={() => {
            setCodePaste(null);
            pasteAsCode(editor, codePaste);
          }}
          onKeep={() => {
            setCodePaste(null);
            editor.focus();
          }}
        />
      )}
      <EditorBar
        active={active}
        length={content?.mrkdwn.length ?? 0}
        onFormat={onFormat}
        onInsert={(text) => {
          insertText(editor, text);
          editor.focus();
        }}
        focusPlace={host}
      >
        {props.renderActions(content, () => submit.current())}
      </EditorBar>
    </div>
  );
}

/** An empty quote, list or block of code shows itself; the placeholder would lie over it. */
function hasBlock(active: ActiveFormats): boolean {
  return active.has('quote') || active.has('block') || active.has('bullet') || active.has('number');
}

function keepIfSame(was: ActiveFormats, is: ActiveFormats): ActiveFormats {
  return was.size === is.size && [...is].every((format) => was.has(format)) ? was : is;
}
