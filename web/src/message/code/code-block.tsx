import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { memo, useMemo, useState } from 'react';
import { copyToClipboard } from '../copy.ts';
import { messageText } from '../text.ts';
import styles from './code-block.module.css';
import { readFence } from './read-fence.ts';
import { useHighlighted } from './use-highlighted.ts';

/** Code in lines of its own: coloured when the colours have come, and to be copied with one press. */
export const CodeBlock = memo(function CodeBlock({ text }: { text: string }) {
  const t = messageText();
  const { language, code } = useMemo(() => readFence(text), [text]);
  const pieces = useHighlighted(code, language);
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    copyToClipboard(code, t.codeCopied);
    setCopied(true);
  };
  return (
    <div className={styles.block} onPointerLeave={() => setCopied(false)}>
      <pre className={styles.code}>
        <code>
          {pieces
            ? pieces.map(({ text: piece, kind }, index) =>
                kind === null ? (
                  piece
                ) : (
                  <span key={index} className={styles[kind]}>
                    {piece}
                  </span>
                ),
              )
            : code}
        </code>
      </pre>
      <span className={styles.tools}>
        {language !== null && <span className={styles.language}>{language}</span>}
        <button type="button" className={styles.copy} aria-label={t.copyCode} data-tip={t.copyCode} onClick={copy}>
          {isCopied ? <Check size={15} /> : <Copy size={15} />}
        </button>
      </span>
    </div>
  );
});
