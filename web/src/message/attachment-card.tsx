import { useMemo } from 'react';
import { readAttachment } from './attachment.ts';
import styles from './attachment-card.module.css';
import { Mrkdwn } from './mrkdwn.tsx';

/** What a bot set beside its text: a bar of colour, a title, fields. Pictures are left out: they come from elsewhere. */
export function AttachmentCard({ raw }: { raw: Readonly<Record<string, unknown>> }) {
  const attachment = useMemo(() => readAttachment(raw), [raw]);
  return (
    <div className={styles.attachment}>
      {attachment.pretext && <Mrkdwn text={attachment.pretext} />}
      <div className={styles.card} style={attachment.colour ? { borderLeftColor: attachment.colour } : undefined}>
        {attachment.author && <div className={styles.small}>{attachment.author}</div>}
        {attachment.title && (
          <div className={styles.title}>
            {attachment.titleUrl === null ? (
              attachment.title
            ) : (
              <a href={attachment.titleUrl} target="_blank" rel="noopener noreferrer nofollow">
                {attachment.title}
              </a>
            )}
          </div>
        )}
        {attachment.text && <Mrkdwn text={attachment.text} />}
        {attachment.fields.length > 0 && (
          <dl className={styles.fields}>
            {attachment.fields.map((field, index) => (
              <div key={index} className={field.isShort ? styles.short : styles.long}>
                <dt className={styles.fieldTitle}>{field.title}</dt>
                <dd>
                  <Mrkdwn text={field.value} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        {attachment.footer && <div className={styles.small}>{attachment.footer}</div>}
      </div>
    </div>
  );
}
