import ALargeSmall from 'lucide-react/icons/a-large-small';
import AtSign from 'lucide-react/icons/at-sign';
import Smile from 'lucide-react/icons/smile';
import { lazy, type ReactNode, type RefObject, Suspense, useRef, useState } from 'react';
import { maxTextLength } from '../../../shared/message.ts';
import { IconButton } from '../design/icon-button.tsx';
import { emojiUse } from '../emoji/emoji-use.ts';
import { loadEmoji, useEmojiTableIfLoaded } from '../message/emoji-table.ts';
import { useNames } from '../people/people-context.tsx';
import styles from './editor-bar.module.css';
import { emojiInsertion } from './emoji-insertion.ts';
import { FormatBar } from './format-bar.tsx';
import type { ActiveFormats, Format } from './format-commands.ts';
import { composerText } from './text.ts';

const EmojiPopover = lazy(() => import('../emoji/emoji-popover.tsx'));

interface EditorBarProps {
  active: ActiveFormats;
  /** Of the text, in characters. */
  length: number;
  onFormat: (format: Format) => void;
  /** At the caret. */
  onInsert: (text: string) => void;
  /** What has the focus again when the picker closes. */
  focusPlace: RefObject<HTMLElement | null>;
  /** Buttons at the end. */
  children: ReactNode;
}

/** The press must not take the focus, and with it the selection, from the text. */
const keepsFocus = {
  onPointerDown: (event: { preventDefault: () => void }) => event.preventDefault(),
  onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
};

/** Under the text: formatting, which in a narrow composer waits behind a button; mentions and emoji; how much room is left. */
export function EditorBar({ active, length, onFormat, onInsert, focusPlace, children }: EditorBarProps) {
  const t = composerText();
  const [showsFormats, setShowsFormats] = useState(false);
  return (
    <div className={styles.bar} data-formats={showsFormats || undefined}>
      <div className={styles.formats}>
        <FormatBar active={active} onFormat={onFormat} />
      </div>
      <div className={styles.row}>
        <IconButton
          className={styles.toggle}
          size="small"
          label={t.showFormatting}
          pressed={showsFormats}
          {...keepsFocus}
          onClick={() => setShowsFormats(!showsFormats)}
        >
          <ALargeSmall size={18} />
        </IconButton>
        <span className={styles.divider} />
        <IconButton size="small" label={t.mention} {...keepsFocus} onClick={() => onInsert('@')}>
          <AtSign size={16} />
        </IconButton>
        <EmojiButton onInsert={onInsert} focusPlace={focusPlace} />
        <span className={styles.gap} />
        <Remaining length={length} />
        {children}
      </div>
    </div>
  );
}

function EmojiButton({ onInsert, focusPlace }: Pick<EditorBarProps, 'onInsert' | 'focusPlace'>) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const names = useNames();
  const table = useEmojiTableIfLoaded();
  return (
    <>
      <IconButton
        ref={button}
        size="small"
        label={composerText().emoji}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        {...keepsFocus}
        onClick={() => {
          void loadEmoji();
          setOpen(true);
        }}
      >
        <Smile size={17} />
      </IconButton>
      {isOpen && button.current && (
        <Suspense>
          <EmojiPopover
            anchor={button.current}
            returnFocusTo={focusPlace.current}
            onClose={() => setOpen(false)}
            onPick={(name) => {
              emojiUse.note(name);
              onInsert(`${emojiInsertion(name, null, table, names.emoji.get())} `);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

/** Shown from this many characters before the limit on. */
const warnAhead = 1000;

function Remaining({ length }: { length: number }) {
  const left = maxTextLength - length;
  if (left > warnAhead) return null;
  const t = composerText();
  return (
    <span className={styles.remaining} data-over={left < 0 || undefined} role="status">
      {left < 0 ? t.tooLong(-left) : t.left(left)}
    </span>
  );
}
