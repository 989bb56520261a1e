import Hash from 'lucide-react/icons/hash';
import Lock from 'lucide-react/icons/lock';
import UserPlus from 'lucide-react/icons/user-plus';
import type { ChannelInfo } from '../../../shared/channel.ts';
import { Button } from '../design/button.tsx';
import { formatDate } from '../message/time.ts';
import { usePersonName } from '../people/people-context.tsx';
import styles from './channel-start.module.css';
import { channelText } from './text.ts';

interface ChannelStartProps {
  info: ChannelInfo;
  onInvite: (() => void) | null;
}

/** The beginning of a channel: what it is for, who made it, and whom to bring. */
export function ChannelStart({ info, onInvite }: ChannelStartProps) {
  const t = channelText();
  const creator = usePersonName(info.creator, t.somebody);
  const day = formatDate(new Date(info.created * 1000));
  const Sign = info.kind === 'private' ? Lock : Hash;
  return (
    <div className={styles.start}>
      <span className={styles.sign}>
        <Sign size={26} aria-hidden="true" />
      </span>
      <h2 className={styles.title}>{info.name}</h2>
      <p className={styles.text}>
        {info.kind === 'private' ? t.startOfPrivate(creator, day) : t.startOf(creator, day)}
      </p>
      {info.purpose.value && <p className={styles.text}>{info.purpose.value}</p>}
      {onInvite && (
        <Button onClick={onInvite}>
          <UserPlus size={16} aria-hidden="true" />
          {t.addPeople}
        </Button>
      )}
    </div>
  );
}
