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
import { emojiUse } from '../emoji/emoji-use.ts';
import { loadEmoji, useEmojiTableIfLoaded } from '../message/emoji-table.ts';
import { useNames } from '../people/people-context.tsx';
import { choicesFor, type CompletionSources } from './choices.tsx';
import type { Trigger } from './completion.ts';
import { $getTrigger, completeWith } from './completion-target.ts';
import { lastHeard } from './last-heard.ts';
import { composerText } from './text.ts';

export interface CompletionOptions extends Pick<CompletionSources, 'acquaintance' | 'findCommands'> {
  /** Somebody is about to be called: it is worth knowing who is here. */
  onPeopleWanted: () => void;
}

/** The completion at the caret: its choices, and the keys that move over them, take one or close it. */
export function useCompletion(editor: LexicalEditor, options: CompletionOptions | undefined) {
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  /** Escape closes it for the word at hand: the place of its sign. */
  const [closedAt, setClosedAt] = useState<number | null>(null);
  /** What was moved to among the choices of that trigger; those of another one begin with the first. */
  const [moved, setMoved] = useState<{ trigger: Trigger | null; index: number }>({ trigger: null, index: 0 });
  const sources = useSources(options);
  const isOpen = trigger !== null && trigger.start !== closedAt;
  const choices = useMemo(() => (isOpen ? choicesFor(trigger, sources) : []), [isOpen, trigger, sources]);
  const activeIndex = moved.trigger === trigger ? Math.min(moved.index, Math.max(0, choices.length - 1)) : 0;
  const onPeopleWanted = useRef(options?.onPeopleWanted);
  onPeopleWanted.current = options?.onPeopleWanted;

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($getTrigger);
        if (next?.sign === ':') void loadEmoji();
        if (next?.sign === '@') onPeopleWanted.current?.();
        setTrigger((was) =>
          was?.sign === next?.sign && was?.query === next?.query && was?.start === next?.start ? was : next,
        );
        if (next === null) setClosedAt(null);
      }),
    [editor],
  );

  const choose = (at: number) => {
    const choice = choices[at];
    if (!choice) return;
    if ('emoji' in choice.insertion && choice.insertion.emoji !== undefined) emojiUse.note(choice.insertion.emoji);
    completeWith(editor, choice.insertion);
  };
  const act = useRef({ choices, activeIndex, choose, trigger });
  act.current = { choices, activeIndex, choose, trigger };

  useEffect(() => {
    const on = <E extends KeyboardEvent | null>(command: LexicalCommand<E>, handle: () => boolean | void) =>
      editor.registerCommand(
        command,
        (event) => {
          if (act.current.choices.length === 0 || event?.isComposing || event?.shiftKey) return false;
          if (handle() === false) return false;
          event?.preventDefault();
          // What closes a list does not also do what the page does with that key.
          event?.stopPropagation();
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      );
    const move = (by: number) => {
      const { length } = act.current.choices;
      setMoved({ trigger: act.current.trigger, index: (act.current.activeIndex + by + length) % length });
    };
    const take = () => act.current.choose(act.current.activeIndex);
    const takeOrSend = () => {
      if (act.current.choices[act.current.activeIndex]?.isWhole) return false;
      return take();
    };
    const offs = [
      on(KEY_ARROW_DOWN_COMMAND, () => move(1)),
      on(KEY_ARROW_UP_COMMAND, () => move(-1)),
      on(KEY_ENTER_COMMAND, takeOrSend),
      on(KEY_TAB_COMMAND, take),
      on(KEY_ESCAPE_COMMAND, () => setClosedAt(act.current.trigger?.start ?? null)),
    ];
    return () => offs.forEach((off) => off());
  }, [editor]);

  return {
    choices,
    activeIndex,
    label: trigger ? labelOf(trigger.sign) : '',
    hover: (index: number) => setMoved({ trigger, index }),
    choose,
  };
}

function labelOf(sign: Trigger['sign']): string {
  const t = composerText();
  return { '@': t.people, '#': t.channels, ':': t.emoji, '/': t.commands }[sign];
}

function useSources(options: CompletionOptions | undefined): CompletionSources {
  const names = useNames();
  const emoji = useEmojiTableIfLoaded();
  const acquaintance = options?.acquaintance;
  const findCommands = options?.findCommands;
  return useMemo(
    () => ({
      names,
      emoji,
      acquaintance:
        acquaintance ??
        (() => ({ self: names.self, present: null, lastHeard: lastHeard(names.channels.get().values(), []) })),
      findCommands: findCommands ?? (() => []),
    }),
    [names, emoji, acquaintance, findCommands],
  );
}
