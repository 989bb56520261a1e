import Command from 'lucide-react/icons/command';
import Hash from 'lucide-react/icons/hash';
import Lock from 'lucide-react/icons/lock';
import Users from 'lucide-react/icons/users';
import { Avatar } from '../design/avatar.tsx';
import { PresenceDot } from '../people/presence-dot.tsx';
import { fullNameOf } from '../people/naming.ts';
import { useNames } from '../people/people-context.tsx';
import { KeyCaps } from './key-caps.tsx';
import { commandOf } from './commands.ts';
import type { PaletteItem } from './items.ts';
import styles from './palette.module.css';
import { paletteText } from './text.ts';

interface PaletteLineProps {
  id: string;
  item: PaletteItem;
  isActive: boolean;
  onPoint: () => void;
  onOpen: () => void;
}

export function PaletteLine({ id, item, isActive, onPoint, onOpen }: PaletteLineProps) {
  return (
    <li
      id={id}
      className={styles.line}
      role="option"
      aria-selected={isActive}
      onPointerMove={() => !isActive && onPoint()}
      onClick={onOpen}
    >
      {item.kind === 'command' ? <CommandLine item={item} /> : <PlaceLine item={item} />}
    </li>
  );
}

function CommandLine({ item }: { item: Extract<PaletteItem, { kind: 'command' }> }) {
  const [keys] = commandOf(item.command).keys ?? [];
  return (
    <>
      <span className={styles.icon}>
        <Command size={15} aria-hidden="true" />
      </span>
      <span className={styles.label}>{item.label}</span>
      {keys && (
        <span className={styles.end} aria-hidden="true">
          <KeyCaps keys={keys} />
        </span>
      )}
    </>
  );
}

function PlaceLine({ item }: { item: Exclude<PaletteItem, { kind: 'command' }> }) {
  const t = paletteText();
  const { self } = useNames();
  const { channel } = item;
  const mentions = channel?.mention_count ?? 0;
  return (
    <>
      <span className={styles.icon}>
        {item.kind === 'person' && <Avatar id={item.user.id} name={item.label} size={22} />}
        {item.kind === 'channel' && <Sign kind={item.channel.kind} />}
      </span>
      <span className={styles.label}>
        <span className={channel?.has_unread ? styles.unread : undefined}>{item.label}</span>
        {item.kind === 'person' && <PresenceDot id={item.user.id} size={8} />}
        <span className={styles.detail}>
          {item.kind === 'person' && (item.user.id === self ? t.you : detailOf(item))}
          {item.kind === 'channel' && item.channel.topic}
        </span>
      </span>
      {channel?.kind === 'private' && <span className="visually-hidden">, {t.privateChannel}</span>}
      {channel?.has_unread && <span className="visually-hidden">, {t.unreadMark}</span>}
      {mentions > 0 && (
        <span className={styles.badge}>
          {mentions}
          <span className="visually-hidden"> {t.mentions(mentions)}</span>
        </span>
      )}
    </>
  );
}

function Sign({ kind }: { kind: string }) {
  if (kind === 'private') return <Lock size={15} aria-hidden="true" />;
  return kind === 'public' ? <Hash size={17} aria-hidden="true" /> : <Users size={16} aria-hidden="true" />;
}

function detailOf({ user }: Extract<PaletteItem, { kind: 'person' }>): string {
  return [fullNameOf(user), user.profile.title].filter(Boolean).join(' · ');
}
