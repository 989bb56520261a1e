import ArrowLeft from 'lucide-react/icons/arrow-left';
import Hash from 'lucide-react/icons/hash';
import Lock from 'lucide-react/icons/lock';
import Users from 'lucide-react/icons/users';
import type { ReactNode } from 'react';
import styles from './channel-header.module.css';

interface ChannelHeaderProps {
  name: string;
  kind: 'public' | 'private' | 'im' | 'mpim';
  isArchived: boolean;
  topic: string;
  memberCount: number | null;
  menu: ReactNode;
  /** On a phone: to the list of channels. */
  onBack: (() => void) | null;
  onMembers: () => void;
  /** Null when the topic cannot be changed. */
  onTopic: (() => void) | null;
}

export function ChannelHeader(props: ChannelHeaderProps) {
  const { name, kind, topic, memberCount } = props;
  return (
    <header className={styles.header}>
      {props.onBack && (
        <button type="button" className={styles.back} aria-label="Back to channels" onClick={props.onBack}>
          <ArrowLeft size={20} />
        </button>
      )}
      <div className={styles.titles}>
        <h1 className={styles.name}>
          <span className={styles.sign}>
            {kind === 'public' && <Hash size={18} aria-hidden="true" />}
            {kind === 'private' && <Lock size={16} aria-label="Private channel" />}
          </span>
          <span className={styles.text}>{name}</span>
          {props.isArchived && <span className={styles.archived}>Archived</span>}
        </h1>
        {props.onTopic ? (
          <button
            type="button"
            className={styles.topic}
            aria-label={topic ? `Topic: ${topic}. Edit` : 'Add a topic'}
            onClick={props.onTopic}
          >
            {topic || <span className={styles.add}>Add a topic</span>}
          </button>
        ) : (
          topic && <span className={styles.topic}>{topic}</span>
        )}
      </div>
      <button
        type="button"
        className={styles.members}
        aria-label={memberCount === null ? 'Members' : `${memberCount} ${memberCount === 1 ? 'member' : 'members'}`}
        data-tip="Members"
        onClick={props.onMembers}
      >
        <Users size={17} aria-hidden="true" />
        <span>{memberCount}</span>
      </button>
      {props.menu}
    </header>
  );
}
