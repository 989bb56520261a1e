import Check from 'lucide-react/icons/check';
import Hash from 'lucide-react/icons/hash';
import Lock from 'lucide-react/icons/lock';
import type { Conversation } from '../../../client/api/answers.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../design/button.tsx';
import styles from './channel-card.module.css';
import { directoryText } from './text.ts';

interface ChannelCardProps {
  channel: Conversation;
  isMember: boolean;
  onOpen: () => void;
  onJoin: () => Promise<void>;
}

/** One channel among all: its name opens it, a button joins. */
export function ChannelCard({ channel, isMember, onOpen, onJoin }: ChannelCardProps) {
  const t = directoryText();
  const join = useAction(onJoin);
  const members = channel.num_members;
  const about = channel.topic?.value || channel.purpose?.value || '';
  const Sign = channel.is_private ? Lock : Hash;
  return (
    <div className={styles.card} role="listitem">
      <button type="button" className={styles.open} onClick={onOpen}>
        <span className={styles.name}>
          <Sign size={15} aria-hidden="true" className={styles.sign} />
          <span className={styles.text}>{channel.name}</span>
          {channel.is_private && <span className="visually-hidden">, {t.private}</span>}
        </span>
        <span className={styles.detail}>
          {isMember && (
            <span className={styles.joined}>
              <Check size={13} aria-hidden="true" /> {t.joined}
            </span>
          )}
          {members !== undefined && <span className={styles.members}>{t.memberCount(members)}</span>}
          {about && <span className={styles.about}>{about}</span>}
        </span>
        {join.error !== null && <span className={styles.error}>{join.error}</span>}
      </button>
      {!isMember && !channel.is_archived && (
        <Button busy={join.isBusy} onClick={() => join.run()} aria-label={t.joinChannel(channel.name ?? '')}>
          {t.join}
        </Button>
      )}
    </div>
  );
}
