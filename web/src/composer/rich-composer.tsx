import {
  lazy,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { maxTextLength } from '../../../shared/message.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { type Names, useNames } from '../people/people-context.tsx';
import type { CommandPlace } from './commands/command.ts';
import { findCommands } from './commands/run-command.ts';
import type { ComposerHandle, ComposerProps } from './composer.tsx';
import { composerNamesOf } from './composer-names.ts';
import type { EarlyText } from './composer-placeholder.tsx';
import type { ComposerDocument } from './document.ts';
import { Editor, type EditorHandle } from './editor.tsx';
import { readMrkdwn } from './read-mrkdwn.ts';
import { SendButtons } from './send-buttons.tsx';
import { useAcquaintance } from './use-acquaintance.ts';
import { useDraft, useDraftPlace } from './use-draft.ts';
import { useSending } from './use-sending.ts';

const EverybodyDialog = lazy(() => import('./everybody-dialog.tsx'));
const ReminderDialog = lazy(() => import('../schedule/reminder-dialog.tsx'));

interface RichComposerProps extends Omit<ComposerProps, 'ref'> {
  inner: RefObject<ComposerHandle | null>;
  early: RefObject<EarlyText>;
}

export default function RichComposer(props: RichComposerProps) {
  const { label, handle, threadTs = null, broadcast = false, onSend, inner, early } = props;
  const workspace = useWorkspace();
  const names = useNames();
  const editor = useRef<EditorHandle>(null);
  const draftPlace = useDraftPlace({ workspace, handle, threadTs });
  const draft = useDraft(draftPlace, workspace, editor, names);
  const place = useMemo((): CommandPlace => {
    const kind = handle.store.get().info?.kind ?? workspace.session.get().channels.get(handle.id)?.kind ?? 'public';
    return { workspace, handle, threadTs, kind, names };
  }, [workspace, handle, threadTs, names]);
  const sending = useSending({ place, broadcast, editor, onSend, onCleared: draft.sent });
  const completion = {
    ...useAcquaintance(workspace, handle),
    findCommands: useCallback((query: string) => findCommands(query, place), [place]),
  };
  const [initial] = useState(() => withEarlyText(draftPlace.get(), early.current.text, names));
  const [taken] = useState(early.current.text);

  // Before the browser handles the next key, which goes to the editor.
  useLayoutEffect(() => {
    const { text } = early.current;
    if (text === '') return;
    // Something was typed between the rendering and now.
    const whole = text === taken ? null : withEarlyText(draftPlace.get(), text, names);
    if (whole) editor.current?.replace(whole);
    early.current.text = '';
    if (editor.current) draft.typed(editor.current.content().mrkdwn);
  }, [early, taken, draft, draftPlace, names]);

  useEffect(() => {
    inner.current = {
      focus: () => editor.current?.focus(),
      add(mrkdwn) {
        const written = editor.current?.content();
        const whole = written && !written.isEmpty ? `${written.mrkdwn}\n${mrkdwn}` : mrkdwn;
        editor.current?.replace(readMrkdwn(whole, composerNamesOf(names)));
        draft.typed(whole);
      },
    };
    return () => {
      inner.current = null;
    };
  }, [inner, draft, names]);

  const { onEscapeEmpty } = props;
  const onEscape = () => {
    if (onEscapeEmpty === undefined || editor.current?.content().isEmpty !== true) return false;
    onEscapeEmpty();
    return true;
  };
  const { question } = sending;
  return (
    <>
      <div onBlur={draft.look}>
        <Editor
          ref={editor}
          label={label}
          placeholder={label}
          initial={initial}
          isFocusedAtFirst={early.current.isFocused}
          completion={completion}
          onType={({ mrkdwn, isEmpty }) => {
            draft.typed(isEmpty ? '' : mrkdwn);
            if (!isEmpty && !mrkdwn.startsWith('/')) handle.typing(threadTs ?? undefined);
          }}
          onSubmit={sending.submit}
          onArrowUpEmpty={props.onEditLast}
          onEscape={onEscape}
          renderActions={(content, send) => (
            <SendButtons
              workspaceId={workspace.id}
              isReady={content !== null && !content.isEmpty && content.mrkdwn.length <= maxTextLength}
              onSend={send}
              onSendLater={sending.sendLater}
            />
          )}
        />
      </div>
      <Suspense>
        {question?.kind === 'everybody' && (
          <EverybodyDialog
            workspace={workspace}
            handle={handle}
            range={question.range}
            onConfirm={() => sending.answer(question.goOn)}
            onClose={() => sending.answer()}
          />
        )}
        {question?.kind === 'reminder' && (
          <ReminderDialog workspace={workspace} text={question.text} onClose={() => sending.answer()} />
        )}
      </Suspense>
    </>
  );
}

/** The draft with what was typed before the editor came as its last line. */
function withEarlyText(draft: string, text: string, names: Names): ComposerDocument | null {
  if (draft === '' && text === '') return null;
  const lines = text.split('\n').map((line) => ({
    type: 'paragraph',
    children: line === '' ? [] : [{ type: 'text', text: line, format: 0 }],
  }));
  const before = draft === '' ? [] : (readMrkdwn(draft, composerNamesOf(names)).root.children ?? []);
  return { root: { type: 'root', children: [...before, ...(text === '' ? [] : lines)] } };
}
