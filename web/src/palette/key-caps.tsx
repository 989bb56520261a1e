import { keyCaps, type Keys } from './keys.ts';
import styles from './key-caps.module.css';

/** A combination of keys, drawn. */
export function KeyCaps({ keys }: { keys: Keys }) {
  return (
    <kbd className={styles.keys}>
      {keyCaps(keys).map((cap) => (
        <kbd key={cap} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </kbd>
  );
}
