import { memo } from 'react';
import { cx } from '../design/cx.ts';
import { EmojiLook } from './emoji-look.tsx';
import styles from './emoji-picker.module.css';
import type { PickerEmoji, PickerRow } from './picker-rows.ts';

interface EmojiLineProps {
  /** Of the picker: what the ids of its options begin with. */
  id: string;
  row: Extract<PickerRow, { kind: 'emojis' }>;
  /** The number of the active emoji when it is in this line. */
  active: number | null;
  tone: number | null;
  onActive: (number: number) => void;
  onPick: (emoji: PickerEmoji) => void;
}

/** One line of the picker. */
export const EmojiLine = memo(function EmojiLine({ id, row, active, tone, onActive, onPick }: EmojiLineProps) {
  return (
    <div className={styles.line} role="presentation">
      {row.emojis.map((emoji, index) => {
        const number = row.first + index;
        return (
          <div
            key={emoji.name}
            id={`${id}-${number}`}
            className={cx(styles.option, number === active && styles.active)}
            role="option"
            tabIndex={-1}
            aria-selected={number === active}
            aria-label={emoji.name}
            onPointerMove={() => number !== active && onActive(number)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(emoji)}
          >
            <EmojiLook emoji={emoji} tone={tone} />
          </div>
        );
      })}
    </div>
  );
});
