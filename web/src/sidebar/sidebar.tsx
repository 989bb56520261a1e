import Compass from 'lucide-react/icons/compass';
import Plus from 'lucide-react/icons/plus';
import type { ReactNode } from 'react';
import { isDirect, type SidebarChannel } from '../../../shared/channel.ts';
import { linkTo } from '../app/navigation.ts';
import { cx } from '../design/cx.ts';
import { IconButton } from '../design/icon-button.tsx';
import { SidebarItem } from './sidebar-item.tsx';
import styles from './sidebar.module.css';

interface SidebarProps {
  workspaceId: string;
  /** By name; null while they are loading. */
  channels: readonly SidebarChannel[] | null;
  currentId: string | null;
  isBrowsing: boolean;
  /** The workspace's name and menu. */
  header: ReactNode;
  onCreateChannel: () => void;
}

export function Sidebar({ workspaceId, channels, currentId, isBrowsing, header, onCreateChannel }: SidebarProps) {
  const shown = channels?.filter((channel) => !channel.is_archived) ?? [];
  const rooms = shown.filter((channel) => channel.kind === 'public' || channel.kind === 'private');
  const direct = shown.filter((channel) => isDirect(channel.kind));
  const item = (channel: SidebarChannel) => (
    <li key={channel.id}>
      <SidebarItem workspaceId={workspaceId} channel={channel} isCurrent={channel.id === currentId} />
    </li>
  );
  return (
    <nav className={styles.sidebar} aria-label="Channels">
      <div className={styles.header}>{header}</div>
      <div className={styles.list}>
        <a
          {...linkTo({ kind: 'page', workspaceId, page: 'browse' })}
          className={cx(styles.entry, isBrowsing && styles.current)}
          aria-current={isBrowsing ? 'page' : undefined}
        >
          <Compass size={17} aria-hidden="true" />
          Browse channels
        </a>
        <div className={styles.sectionHead}>
          <h2 className={styles.section}>Channels</h2>
          <IconButton size="small" label="Create a channel" onClick={onCreateChannel}>
            <Plus size={16} />
          </IconButton>
        </div>
        {channels === null ? <Skeleton /> : <ul>{rooms.map(item)}</ul>}
        {channels !== null && rooms.length === 0 && <p className={styles.empty}>You are in no channel yet.</p>}
        {direct.length > 0 && (
          <>
            <div className={styles.sectionHead}>
              <h2 className={styles.section}>Direct messages</h2>
            </div>
            <ul>{direct.map(item)}</ul>
          </>
        )}
      </div>
    </nav>
  );
}

const widths = [62, 48, 80, 55, 70, 44];

function Skeleton() {
  return (
    <div aria-hidden="true">
      {widths.map((width) => (
        <div key={width} className={styles.bone}>
          <span style={{ width: `${width}%` }} />
        </div>
      ))}
    </div>
  );
}
