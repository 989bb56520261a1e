import X from 'lucide-react/icons/x';
import { lazy, Suspense, useMemo } from 'react';
import { type Attachment, readAttachment } from './attachment.ts';
import styles from './attachment-card.module.css';
import { ExternalImage } from './media/external-image.tsx';
import { Mrkdwn } from './mrkdwn.tsx';
import { QuoteCard } from './quote-card.tsx';
import { messageActionsText } from './actions-text.ts';

const Blocks = lazy(() => import('./blocks/blocks.tsx'));

interface AttachmentCardProps {
  raw: Readonly<Record<string, unknown>>;
  /** Takes a link's preview away; null for those who may not. */
  onRemove: ((url: string) => void) | null;
}

/** What stands beside a message's text: the preview of a link, a quoted message, or what a bot set there. */
export default function AttachmentCard({ raw, onRemove }: AttachmentCardProps) {
  const attachment = useMemo(() => readAttachment(raw), [raw]);
  const { fromUrl, quoted, pretext, image } = attachment;
  const isOnlyImage = image !== null && !attachment.title && !attachment.text && !attachment.author;
  return (
    <div className={styles.attachment}>
      {pretext && <Mrkdwn text={pretext} />}
      <div className={styles.place}>
        {quoted ? (
          <QuoteCard attachment={attachment} quoted={quoted} />
        ) : isOnlyImage ? (
          <Picture image={image} alt={readAlt(raw)} />
        ) : (
          <Card attachment={attachment} />
        )}
        {onRemove && fromUrl !== null && (
          <button
            type="button"
            className={styles.remove}
            aria-label={messageActionsText().attachmentRemove}
            data-tip={messageActionsText().attachmentRemove}
            onClick={() => onRemove(fromUrl)}
          >
            <X size={14} />
          </button>
        )}
      </div>
    </div>
  );
}

function Card({ attachment }: { attachment: Attachment }) {
  const { colour, author, title, titleUrl, text, fields, footer, image, blocks } = attachment;
  return (
    <div className={styles.card} style={colour ? { borderLeftColor: colour } : undefined}>
      <div className={styles.words}>
        {author && <div className={styles.small}>{author}</div>}
        {title && (
          <div className={styles.title}>
            {titleUrl === null ? (
              title
            ) : (
              <a href={titleUrl} target="_blank" rel="noopener noreferrer nofollow">
                {title}
              </a>
            )}
          </div>
        )}
        {text && <Mrkdwn text={text} />}
        {blocks.length > 0 && (
          <Suspense>
            <Blocks raw={blocks} />
          </Suspense>
        )}
        {fields.length > 0 && (
          <dl className={styles.fields}>
            {fields.map((field, index) => (
              <div key={index} className={field.isShort ? undefined : styles.long}>
                <dt className={styles.fieldTitle}>{field.title}</dt>
                <dd>
                  <Mrkdwn text={field.value} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        {image && !image.isThumbnail && <Picture image={image} alt={title} />}
        {footer && <div className={styles.small}>{footer}</div>}
      </div>
      {image?.isThumbnail && (
        <ExternalImage className={styles.thumbnail} url={image.url} source={image.source} alt="" isSmall />
      )}
    </div>
  );
}

function Picture({ image, alt }: { image: NonNullable<Attachment['image']>; alt: string }) {
  return <ExternalImage url={image.url} source={image.source} alt={alt} size={image.size} />;
}

/** A picture that was linked has its file's name as fallback. */
function readAlt({ fallback }: Readonly<Record<string, unknown>>): string {
  return typeof fallback === 'string' ? fallback : '';
}
