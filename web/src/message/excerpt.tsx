import { useNames } from '../people/people-context.tsx';
import { useEmojiTable } from './emoji-table.ts';
import styles from './excerpt.module.css';
import { excerptOf } from './plain.ts';

/** The beginning of a text, for where there is no room for its links and forms. */
export function Excerpt({ text, lines = 2 }: { text: string; lines?: 1 | 2 | 3 }) {
  const names = useNames();
  const table = useEmojiTable();
  const plain = excerptOf(text, names, 240);
  const shown = table
    ? plain.replace(/:([\w+'-]+):/g, (source, name: string) => table.emojiFor(name) ?? source)
    : plain;
  return (
    <span className={styles.excerpt} data-lines={lines}>
      {shown}
    </span>
  );
}
