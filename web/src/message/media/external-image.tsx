import { lazy, Suspense, useState } from 'react';
import { cx } from '../../design/cx.ts';
import { messageActionsText } from '../actions-text.ts';
import styles from './external-image.module.css';

const Lightbox = lazy(() => import('./lightbox.tsx'));

interface ExternalImageProps {
  url: string;
  /** Where it is loaded from, when that is not the address. */
  source?: string;
  alt: string;
  /** In pixels, where known: its room is kept until it has come. */
  size?: { width: number; height: number } | null;
  /** A thumbnail that is looked at where it is. */
  isSmall?: boolean;
  className?: string | undefined;
}

/** A picture from somewhere else; a press shows it large. One that cannot be shown leaves its name. */
export function ExternalImage({ url, source = url, alt, size = null, isSmall = false, className }: ExternalImageProps) {
  const t = messageActionsText();
  const [isOpen, setOpen] = useState(false);
  const [isBroken, setBroken] = useState(false);
  if (isBroken) {
    return isSmall ? null : (
      <a href={url} target="_blank" rel="noopener noreferrer nofollow">
        {alt || t.image}
      </a>
    );
  }
  const image = (
    <img
      className={styles.image}
      src={source}
      alt={alt}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setBroken(true)}
    />
  );
  if (isSmall) return <span className={cx(styles.small, className)}>{image}</span>;
  return (
    <>
      <button
        type="button"
        className={cx(styles.frame, className)}
        style={size ? { aspectRatio: `${size.width} / ${size.height}`, width: fittingWidth(size) } : undefined}
        data-known={size !== null || undefined}
        aria-label={t.openImage(alt || t.image)}
        onClick={() => setOpen(true)}
      >
        {image}
      </button>
      {isOpen && (
        <Suspense>
          <Lightbox url={url} source={source} alt={alt} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const mostWidth = 400;
const mostHeight = 300;

/** As wide as it may be without being too high. Pixels. */
function fittingWidth({ width, height }: { width: number; height: number }): number {
  return Math.round(Math.min(width, mostWidth, (width * mostHeight) / height));
}
