import Hash from 'lucide-react/icons/hash';
import Lock from 'lucide-react/icons/lock';
import Pencil from 'lucide-react/icons/pencil-line';
import { memo, type MouseEvent } from 'react';
import type { SidebarChannel } from '../../../shared/channel.ts';
import { linkTo } from '../app/navigation.ts';
import { useSelected } from '../app/use-selected.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Avatar } from '../design/avatar.tsx';
import { cx } from '../design/cx.ts';
import { useNames, usePerson } from '../people/people-context.tsx';
import { PresenceDot } from '../people/presence-dot.tsx';
import { StatusEmoji } from '../people/status-emoji.tsx';
import { partnerOf, useChannelLabel } from './channel-label.ts';
import styles from './sidebar-item.module.css';
import { sidebarText } from './text.ts';

interface SidebarItemProps {
  channel: SidebarChannel;
  section: string;
  isCurrent: boolean;
  /** Asks for the menu of a row. The same function for all of them. */
  onMenu: (row: HTMLElement, event: MouseEvent) => void;
}

/** What is longer may be cut off. */
const longName = 24;

/** One conversation: bold when something in it is unread, with a count when it calls the person. */
export const SidebarItem = memo(function SidebarItem({ channel, section, isCurrent, onMenu }: SidebarItemProps) {
  const t = sidebarText();
  const { id: workspaceId, session } = useWorkspace();
  const label = useChannelLabel(channel);
  const isMuted = useSelected(session, (state) => state.channelPreferences.get(channel.id)?.is_muted ?? false);
  const hasDraft = useSelected(session, (state) => state.drafts.has(channel.id)) && !isCurrent;
  const isUnread = channel.has_unread && !isMuted && !isCurrent;
  const mentions = isCurrent ? 0 : channel.mention_count;
  return (
    <a
      ref={isCurrent ? reveal : null}
      {...linkTo({ kind: 'channel', workspaceId, channelId: channel.id, ts: null, threadTs: null })}
      className={cx(
        styles.item,
        isUnread && styles.unread,
        isMuted && mentions === 0 && styles.muted,
        isCurrent && styles.current,
      )}
      aria-current={isCurrent ? 'page' : undefined}
      // One of the list is reached by Tab; arrows go to the others.
      tabIndex={isCurrent ? 0 : -1}
      draggable={false}
      data-tip={label.length > longName ? label : undefined}
      data-row={channel.id}
      data-section={section}
      data-unread={isUnread || mentions > 0 || undefined}
      data-mentions={mentions > 0 || undefined}
      onContextMenu={(event) => onMenu(event.currentTarget, event)}
    >
      <span className={styles.icon} aria-hidden="true">
        <Sign channel={channel} label={label} />
      </span>
      <span className={styles.name}>{label}</span>
      <Partner channel={channel} />
      {channel.kind === 'private' && <span className="visually-hidden">, {t.private}</span>}
      {isUnread && <span className="visually-hidden">, {t.unread}</span>}
      {isMuted && <span className="visually-hidden">, {t.muted}</span>}
      {hasDraft && (
        <span className={styles.draft}>
          <Pencil size={13} aria-hidden="true" />
          <span className="visually-hidden">, {t.draft}</span>
        </span>
      )}
      {mentions > 0 && (
        <span className={styles.badge}>
          {mentions > 99 ? '99+' : mentions}
          <span className="visually-hidden">{t.mentions(mentions)}</span>
        </span>
      )}
    </a>
  );
});

function Sign({ channel, label }: { channel: SidebarChannel; label: string }) {
  const { self } = useNames();
  if (channel.kind === 'public') return <Hash size={16} />;
  if (channel.kind === 'private') return <Lock size={14} />;
  const partner = partnerOf(channel, self);
  if (partner === null) return <span className={styles.count}>{(channel.members?.length ?? 0) + 1}</span>;
  return (
    <span className={styles.face}>
      <Avatar id={partner} name={label} size={20} />
      <PresenceDot id={partner} size={9} className={styles.dot} />
    </span>
  );
}

/** What else is to be said of the one whom a direct message is with. */
function Partner({ channel }: { channel: SidebarChannel }) {
  const { self } = useNames();
  const partner = partnerOf(channel, self);
  const person = usePerson(partner ?? self);
  if (partner === null) return null;
  return (
    <>
      {partner === self && <span className={styles.note}>{sidebarText().noteToSelf}</span>}
      <StatusEmoji person={person} />
    </>
  );
}

/** The conversation that is open is in sight, however long the list. */
function reveal(item: HTMLElement | null): void {
  item?.scrollIntoView({ block: 'nearest' });
}
