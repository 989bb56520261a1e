import Hash from 'lucide-react/icons/hash';
import Lock from 'lucide-react/icons/lock';
import { memo } from 'react';
import { isDirect, type SidebarChannel } from '../../../shared/channel.ts';
import { linkTo } from '../app/navigation.ts';
import { Avatar } from '../design/avatar.tsx';
import { cx } from '../design/cx.ts';
import { useNames } from '../people/people-context.tsx';
import { personNameOf } from '../people/naming.ts';
import { channelLabel } from './channel-label.ts';
import styles from './sidebar-item.module.css';

interface SidebarItemProps {
  workspaceId: string;
  channel: SidebarChannel;
  isCurrent: boolean;
}

/** What is longer may be cut off. */
const longName = 24;

/** One conversation: bold when something in it is unread, with a count when it mentions the person. */
export const SidebarItem = memo(function SidebarItem({ workspaceId, channel, isCurrent }: SidebarItemProps) {
  const { users } = useNames();
  const label = channelLabel(channel, (id) => personNameOf(users.get(id), id));
  const isUnread = channel.has_unread && !isCurrent;
  const mentions = channel.mention_count;
  return (
    <a
      ref={isCurrent ? reveal : null}
      {...linkTo({ kind: 'channel', workspaceId, channelId: channel.id, ts: null, threadTs: null })}
      className={cx(styles.item, isUnread && styles.unread, isCurrent && styles.current)}
      aria-current={isCurrent ? 'page' : undefined}
      data-tip={label.length > longName ? label : undefined}
    >
      <span className={styles.icon} aria-hidden="true">
        {channel.kind === 'public' && <Hash size={16} />}
        {channel.kind === 'private' && <Lock size={14} />}
        {isDirect(channel.kind) && <Avatar id={channel.members?.[0] ?? channel.id} name={label} size={18} />}
      </span>
      <span className={styles.name}>{label}</span>
      {channel.kind === 'private' && <span className="visually-hidden">, private</span>}
      {isUnread && <span className="visually-hidden">, unread</span>}
      {mentions > 0 && (
        <span className={styles.badge}>
          {mentions > 99 ? '99+' : mentions}
          <span className="visually-hidden">{mentions === 1 ? ' mention' : ' mentions'}</span>
        </span>
      )}
    </a>
  );
});

/** The conversation that is open is in sight, however long the list. */
function reveal(item: HTMLElement | null): void {
  item?.scrollIntoView({ block: 'nearest' });
}
