import type { SidebarChannel } from '../../../shared/channel.ts';
import { zeroTs } from '../../../shared/timestamps.ts';
import { linkTo } from '../app/navigation.ts';
import { cx } from '../design/cx.ts';
import { Avatar } from '../design/avatar.tsx';
import { formatAgo } from '../message/time.ts';
import styles from './direct-page.module.css';
import { directText } from './text.ts';

interface DirectLineProps {
  workspaceId: string;
  channel: SidebarChannel;
  label: string;
}

/** One conversation: with whom, when something was last said, whether it is unread. */
export function DirectLine({ workspaceId, channel, label }: DirectLineProps) {
  const isUnread = channel.has_unread;
  return (
    <div role="listitem">
      <a
        {...linkTo({ kind: 'channel', workspaceId, channelId: channel.id, ts: null, threadTs: null })}
        className={cx(styles.line, isUnread && styles.unread)}
      >
        <Avatar id={channel.members?.[0] ?? channel.id} name={label} size={34} />
        <span className={styles.name}>{label}</span>
        {isUnread && <span className="visually-hidden">, {directText().unread}</span>}
        {channel.latest !== zeroTs && <span className={styles.when}>{formatAgo(channel.latest)}</span>}
        {channel.mention_count > 0 && (
          <span className={styles.badge} aria-hidden="true">
            {channel.mention_count}
          </span>
        )}
      </a>
    </div>
  );
}
