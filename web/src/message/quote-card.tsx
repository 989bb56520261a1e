import { linkTo } from '../app/navigation.ts';
import { PersonAvatar } from '../people/person-avatar.tsx';
import { useChannelName, usePersonName } from '../people/people-context.tsx';
import type { Attachment } from './attachment.ts';
import styles from './attachment-card.module.css';
import { Mrkdwn } from './mrkdwn.tsx';
import { messageActionsText } from './actions-text.ts';
import { formatExact, formatMoment } from './time.ts';

interface QuoteCardProps {
  attachment: Attachment;
  quoted: NonNullable<Attachment['quoted']>;
}

/** A message that the text links to, as it was when it was linked. */
export function QuoteCard({ attachment, quoted }: QuoteCardProps) {
  const t = messageActionsText();
  const { channel, ts, threadTs, author } = quoted;
  const name = usePersonName(author ?? '', attachment.author || t.unknownPerson);
  const channelName = useChannelName(channel);
  const link = linkTo({ kind: 'permalink', channelId: channel, ts, threadTs });
  return (
    <blockquote className={styles.card}>
      <div className={styles.words}>
        <div className={styles.quoteHeader}>
          {author !== null && <PersonAvatar id={author} name={name} size={20} />}
          <span className={styles.quoteName}>{name}</span>
        </div>
        <Mrkdwn text={attachment.text} />
        <div className={styles.small}>
          {channelName !== null && `${t.postedIn(`#${channelName}`)} · `}
          <time data-tip={formatExact(ts)}>{formatMoment(new Date(Number(ts) * 1000))}</time>
          {' · '}
          <a {...link}>{t.viewMessage}</a>
        </div>
      </div>
    </blockquote>
  );
}
