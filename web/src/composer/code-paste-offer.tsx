import { Button } from '../design/button.tsx';
import styles from './code-paste-offer.module.css';
import { composerText } from './text.ts';

interface CodePasteOfferProps {
  lines: number;
  onTake: () => void;
  onKeep: () => void;
}

/** What was just pasted looks like code. The offer goes away when one types on. */
export function CodePasteOffer({ lines, onTake, onKeep }: CodePasteOfferProps) {
  const t = composerText();
  return (
    <div className={styles.offer} role="status">
      <span className={styles.text}>{t.pastedCode(lines)}</span>
      <Button className={styles.button} onClick={onTake}>
        {t.makeCodeBlock}
      </Button>
      <Button kind="quiet" className={styles.button} onClick={onKeep}>
        {t.keepAsText}
      </Button>
    </div>
  );
}
