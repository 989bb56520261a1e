import {
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
} from 'lexical';
import { useEffect, useMemo, useRef, useState } from 'react';
import { loadEmoji, useEmojiTableIfLoaded } from '../message/emoji-table.ts';
import type { Names } from '../people/people-context.tsx';
import { choicesFor } from './choices.tsx';
import type { Trigger } from './completion.ts';
import { $getTrigger, completeWith } from './completion-target.ts';

const labels = { '@': 'People', '#': 'Channels', ':': 'Emoji' };

/** The completion at the caret: its choices, and the keys that move over them, take one or close it. */
export function useCompletion(editor: LexicalEditor, names: Names) {
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  /** Escape closes it for the word at hand: the place of its sign. */
  const [closedAt, setClosedAt] = useState<number | null>(null);
  /** What was moved to among the choices of that trigger; those of another one begin with the first. */
  const [moved, setMoved] = useState<{ trigger: Trigger | null; index: number }>({ trigger: null, index: 0 });
  const emoji = useEmojiTableIfLoaded();
  const isOpen = trigger !== null && trigger.start !== closedAt;
  const choices = useMemo(
    () => (isOpen ? choicesFor(trigger, names, emoji?.searchEmoji ?? null) : []),
    [isOpen, trigger, names, emoji],
  );
  const activeIndex = moved.trigger === trigger ? Math.min(moved.index, Math.max(0, choices.length - 1)) : 0;

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($getTrigger);
        if (next?.sign === ':') void loadEmoji();
        setTrigger((was) =>
          was?.sign === next?.sign && was?.query === next?.query && was?.start === next?.start ? was : next,
        );
        if (next === null) setClosedAt(null);
      }),
    [editor],
  );

  const choose = (at: number) => {
    const choice = choices[at];
    if (choice) completeWith(editor, choice.insertion);
  };
  const act = useRef({ choices, activeIndex, choose, trigger });
  act.current = { choices, activeIndex, choose, trigger };

  useEffect(() => {
    const on = <E extends KeyboardEvent | null>(command: LexicalCommand<E>, handle: () => void) =>
      editor.registerCommand(
        command,
        (event) => {
          if (act.current.choices.length === 0 || event?.isComposing || event?.shiftKey) return false;
          event?.preventDefault();
          handle();
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      );
    const move = (by: number) => {
      const { length } = act.current.choices;
      setMoved({ trigger: act.current.trigger, index: (act.current.activeIndex + by + length) % length });
    };
    const take = () => act.current.choose(act.current.activeIndex);
    const offs = [
      on(KEY_ARROW_DOWN_COMMAND, () => move(1)),
      on(KEY_ARROW_UP_COMMAND, () => move(-1)),
      on(KEY_ENTER_COMMAND, take),
      on(KEY_TAB_COMMAND, take),
      on(KEY_ESCAPE_COMMAND, () => setClosedAt(act.current.trigger?.start ?? null)),
    ];
    return () => offs.forEach((off) => off());
  }, [editor]);

  return {
    choices,
    activeIndex,
    label: trigger ? labels[trigger.sign] : '',
    hover: (index: number) => setMoved({ trigger, index }),
    choose,
  };
}
