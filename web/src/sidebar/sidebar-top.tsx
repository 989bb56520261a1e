import ListFilter from 'lucide-react/icons/list-filter';
import Search from 'lucide-react/icons/search';
import SquarePen from 'lucide-react/icons/square-pen';
import { IconButton } from '../design/icon-button.tsx';
import { runCommand } from '../palette/command-handlers.ts';
import { isAppleDevice } from '../palette/keys.ts';
import styles from './sidebar.module.css';
import { sidebarText } from './text.ts';

/** Ways to find a conversation. */
export function SidebarTop({ isFiltered }: { isFiltered: boolean }) {
  const t = sidebarText();
  return (
    <div className={styles.top}>
      <button type="button" className={styles.jump} onClick={() => runCommand('switch')}>
        <Search size={15} aria-hidden="true" />
        <span className={styles.jumpText}>{t.jump}</span>
        <kbd className={styles.jumpKeys}>{isAppleDevice() ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <IconButton
        size="small"
        label={isFiltered ? t.unreadOnlyOn : t.unreadOnlyOff}
        command="unreadOnly"
        pressed={isFiltered}
        onClick={() => runCommand('unreadOnly')}
      >
        <ListFilter size={16} />
      </IconButton>
      <IconButton size="small" label={t.newMessage} command="messagePerson" onClick={() => runCommand('messagePerson')}>
        <SquarePen size={16} />
      </IconButton>
    </div>
  );
}
