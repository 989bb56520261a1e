import { Dialog } from '@base-ui/react/dialog';
import ExternalLink from 'lucide-react/icons/external-link';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { messageActionsText } from '../actions-text.ts';
import styles from './lightbox.module.css';

interface LightboxProps {
  url: string;
  /** Where it is loaded from. */
  source: string;
  alt: string;
  onClose: () => void;
}

/** A picture as large as the window allows; a press on it shows it in its own size. */
export default function Lightbox({ url, source, alt, onClose }: LightboxProps) {
  const t = messageActionsText();
  const [isActualSize, setActualSize] = useState(false);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.viewer} aria-label={alt || t.imageViewer}>
          <header className={styles.bar}>
            <span className={styles.title}>{alt}</span>
            <a
              className={styles.tool}
              href={url}
              target="_blank"
              rel="noopener noreferrer nofollow"
              aria-label={t.openOriginal}
              data-tip={t.openOriginal}
            >
              <ExternalLink size={19} />
            </a>
            <Dialog.Close className={styles.tool} aria-label={t.close} data-tip={t.close}>
              <X size={20} />
            </Dialog.Close>
          </header>
          {/* A press beside the picture closes; Escape and the button do so for everybody else. */}
          <div className={styles.stage} onClick={(event) => event.target === event.currentTarget && onClose()}>
            <img
              className={styles.picture}
              data-actual={isActualSize || undefined}
              src={source}
              alt={alt}
              referrerPolicy="no-referrer"
              onClick={() => setActualSize((is) => !is)}
            />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
