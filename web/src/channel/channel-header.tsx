import ArrowLeft from 'lucide-react/icons/arrow-left';
import BellOff from 'lucide-react/icons/bell-off';
import Hash from 'lucide-react/icons/hash';
import Lock from 'lucide-react/icons/lock';
import Star from 'lucide-react/icons/star';
import Users from 'lucide-react/icons/users';
import { lazy, type ReactNode, Suspense } from 'react';
import { Avatar } from '../design/avatar.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { usePersonName } from '../people/people-context.tsx';
import styles from './channel-header.module.css';
import { channelText } from './text.ts';

const DirectTitle = lazy(() => import('./direct-title.tsx'));
const DirectAbout = lazy(() => import('./direct-about.tsx'));

interface ChannelHeaderProps {
  name: string;
  kind: 'public' | 'private' | 'im' | 'mpim';
  /** The one whom a direct message is with. */
  partner: string | null;
  isArchived: boolean;
  isStarred: boolean;
  isMuted: boolean;
  topic: string;
  memberCount: number | null;
  /** Some of them, to show their faces. */
  faces: readonly string[];
  /** Pins and the like. */
  tools: ReactNode;
  menu: ReactNode;
  /** On a phone: to where one came from. */
  onBack: (() => void) | null;
  /** Null for a channel that is not in the sidebar. */
  onStar: (() => void) | null;
  onUnmute: () => void;
  onMembers: () => void;
  /** Null when the topic cannot be changed. */
  onTopic: (() => void) | null;
}

export function ChannelHeader(props: ChannelHeaderProps) {
  const { name, partner, isStarred } = props;
  const t = channelText();
  return (
    <header className={styles.header}>
      {props.onBack && (
        <button type="button" className={styles.back} aria-label={t.back} onClick={props.onBack}>
          <ArrowLeft size={20} />
        </button>
      )}
      <div className={styles.titles}>
        <div className={styles.line}>
          {partner === null ? (
            <ChannelTitle {...props} />
          ) : (
            <Suspense fallback={<ChannelTitle {...props} />}>
              <DirectTitle id={partner} name={name} />
            </Suspense>
          )}
          {props.isMuted && (
            <IconButton size="small" label={t.unmute} onClick={props.onUnmute}>
              <BellOff size={15} />
            </IconButton>
          )}
          {props.onStar && (
            <IconButton
              size="small"
              className={isStarred ? styles.starred : styles.star}
              label={isStarred ? t.unstar : t.star}
              onClick={props.onStar}
            >
              <Star size={16} fill={isStarred ? 'currentColor' : 'none'} />
            </IconButton>
          )}
        </div>
        {partner === null ? (
          <Topic {...props} />
        ) : (
          <Suspense>
            <DirectAbout id={partner} />
          </Suspense>
        )}
      </div>
      {partner === null && <Members {...props} />}
      {props.tools}
      {props.menu}
    </header>
  );
}

function ChannelTitle({ name, kind, isArchived }: ChannelHeaderProps) {
  const t = channelText();
  return (
    <h1 className={styles.name}>
      <span className={styles.sign}>
        {kind === 'public' && <Hash size={18} aria-hidden="true" />}
        {kind === 'private' && <Lock size={16} aria-label={t.privateChannel} />}
      </span>
      <span className={styles.text}>{name}</span>
      {isArchived && <span className={styles.archived}>{t.archived}</span>}
    </h1>
  );
}

function Topic({ kind, topic, onTopic }: ChannelHeaderProps) {
  const t = channelText();
  if (kind === 'im' || kind === 'mpim') return null;
  if (!onTopic) return topic && <span className={styles.topic}>{topic}</span>;
  return (
    <button type="button" className={styles.topic} aria-label={topic ? t.topic(topic) : t.addTopic} onClick={onTopic}>
      {topic || <span className={styles.add}>{t.addTopic}</span>}
    </button>
  );
}

function Members({ memberCount, faces, onMembers }: ChannelHeaderProps) {
  const t = channelText();
  return (
    <button type="button" className={styles.members} data-tip={t.members} onClick={onMembers}>
      {faces.length > 0 ? (
        <span className={styles.faces} aria-hidden="true">
          {faces.map((id) => (
            <Face key={id} id={id} />
          ))}
        </span>
      ) : (
        <Users size={17} aria-hidden="true" />
      )}
      <span aria-hidden="true">{memberCount}</span>
      <span className="visually-hidden">{memberCount === null ? t.members : t.memberCount(memberCount)}</span>
    </button>
  );
}

function Face({ id }: { id: string }) {
  return <Avatar id={id} name={usePersonName(id)} size={22} />;
}
