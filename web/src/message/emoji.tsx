import type { SkinTone } from '../../../shared/emoji/skin-tone.ts';
import { useEmojiTable } from './emoji-table.ts';
import styles from './emoji.module.css';

interface EmojiProps {
  name: string;
  skinTone?: SkinTone | null;
}

/** An emoji by its name; an unknown one is its source. Takes up its place before the table has come. */
export function Emoji({ name, skinTone }: EmojiProps) {
  const table = useEmojiTable();
  if (!table) return <span className={styles.emoji} role="img" aria-label={name} />;
  const sign = table.emojiFor(name, skinTone ?? undefined);
  if (sign === null) return <>{`:${name}:`}</>;
  return (
    <span className={styles.emoji} role="img" aria-label={name} data-tip={`:${name}:`}>
      {sign}
    </span>
  );
}
