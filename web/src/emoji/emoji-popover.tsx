import type { Anchor } from '../design/anchor.ts';
import { Popover } from '../design/popover.tsx';
import styles from './emoji-popover.module.css';
import { EmojiPicker } from './emoji-picker.tsx';
import { emojiText } from './text.ts';

interface EmojiPopoverProps {
  anchor: Anchor;
  align?: 'start' | 'end';
  /** What has the focus afterwards; left out, what had it before. */
  returnFocusTo?: HTMLElement | null;
  /** The name without colons, with its skin tone: `wave::skin-tone-3`. */
  onPick: (name: string) => void;
  onClose: () => void;
}

/** The emoji picker beside what it was opened from; load it lazily. It closes when something was chosen. */
export default function EmojiPopover(props: EmojiPopoverProps) {
  const { anchor, align = 'start', returnFocusTo = null, onPick, onClose } = props;
  return (
    <Popover
      label={emojiText().picker}
      anchor={anchor}
      align={align}
      className={styles.popover}
      returnFocusTo={returnFocusTo}
      onClose={onClose}
    >
      <EmojiPicker
        onPick={(name) => {
          onPick(name);
          onClose();
        }}
      />
    </Popover>
  );
}
