import { KeyCaps } from './key-caps.tsx';
import styles from './palette.module.css';
import { paletteText } from './text.ts';

/** How it is used. Not on a phone, where there are no such keys. */
export function PaletteFoot() {
  const t = paletteText();
  return (
    <footer className={styles.foot} aria-hidden="true">
      <span className={styles.hint}>
        <KeyCaps keys="ArrowUp" />
        <KeyCaps keys="ArrowDown" /> {t.hintMove}
      </span>
      <span className={styles.hint}>
        <KeyCaps keys="Enter" /> {t.hintOpen}
      </span>
      <span className={styles.modes}>{t.hintModes}</span>
    </footer>
  );
}
