import ChevronDown from 'lucide-react/icons/chevron-down';
import Plus from 'lucide-react/icons/plus';
import { memo, type MouseEvent, useState } from 'react';
import type { SidebarSection } from '../../../client/session/sidebar-sections.ts';
import { openDialog } from '../app/dialog-request.ts';
import { sentenceFor } from '../app/error-sentences.ts';
import { tell } from '../app/toasts.ts';
import { useSelected } from '../app/use-selected.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { IconButton } from '../design/icon-button.tsx';
import { Emoji } from '../message/emoji.tsx';
import { runCommand } from '../palette/command-handlers.ts';
import { SectionMenuPlace } from './section-menu-place.tsx';
import { sectionName } from './section-name.ts';
import { shownChannels } from './shown.ts';
import { SidebarItem } from './sidebar-item.tsx';
import styles from './sidebar.module.css';
import { sidebarText } from './text.ts';

interface SectionProps {
  shown: SidebarSection;
  currentId: string | null;
  /** Only what is unread is shown: sections with nothing are not. */
  isFiltered: boolean;
  onMenu: (row: HTMLElement, event: MouseEvent) => void;
}

/** A section of the sidebar: its heading, which collapses it, and its conversations. */
export const SidebarSectionView = memo(function SidebarSectionView(props: SectionProps) {
  const { shown, currentId, isFiltered, onMenu } = props;
  const { section, kind, channels } = shown;
  const t = sidebarText();
  const { session } = useWorkspace();
  const [isCollapsed, setCollapsed] = useCollapsed(shown);
  const isReady = useSelected(session, (state) => state.workspace !== null);
  if (channels.length === 0 && (isFiltered || kind === 'starred')) return null;
  const name = sectionName(shown);
  const listed = isCollapsed ? shownChannels(session.get(), shown, currentId, true) : channels;
  const listId = `section-${section.id}`;
  return (
    <section className={styles.section} data-drop-section={section.id}>
      <div className={styles.sectionHead} data-drop-head={section.id}>
        <h2 className={styles.sectionTitle}>
          <button
            type="button"
            className={styles.sectionButton}
            aria-expanded={!isCollapsed}
            aria-controls={listId}
            onClick={() => setCollapsed(!isCollapsed)}
            data-step
          >
            <span className={styles.chevron}>
              <ChevronDown size={14} aria-hidden="true" />
            </span>
            {section.emoji !== '' && <Emoji name={section.emoji} isSilent />}
            <span className={styles.sectionName}>{name}</span>
          </button>
        </h2>
        <SectionMenuPlace shown={shown} name={name} isCollapsed={isCollapsed} onCollapse={setCollapsed} />
        {kind === 'channels' && (
          <IconButton size="small" label={t.createChannel} onClick={() => openDialog({ kind: 'create-channel' })}>
            <Plus size={16} />
          </IconButton>
        )}
        {kind === 'direct' && (
          <IconButton size="small" label={t.newMessage} onClick={() => runCommand('messagePerson')}>
            <Plus size={16} />
          </IconButton>
        )}
      </div>
      <ul id={listId}>
        {listed.map((channel) => (
          <li key={channel.id}>
            <SidebarItem channel={channel} section={section.id} isCurrent={channel.id === currentId} onMenu={onMenu} />
          </li>
        ))}
      </ul>
      {isReady && channels.length === 0 && !isCollapsed && <p className={styles.empty}>{emptyWords(kind)}</p>}
    </section>
  );
});

function emptyWords(kind: SidebarSection['kind']): string {
  const t = sidebarText();
  if (kind === 'channels') return t.noChannels;
  return kind === 'direct' ? t.noDirect : t.emptySection;
}

/** Collapses at once, and then on every device. */
function useCollapsed({ section }: SidebarSection): [boolean, (isCollapsed: boolean) => void] {
  const { sections } = useWorkspace();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [known, setKnown] = useState(section);
  // The session has said how the section is now.
  if (known !== section) {
    setKnown(section);
    setWanted(null);
  }
  const set = (isCollapsed: boolean) => {
    setWanted(isCollapsed);
    sections.update(section.id, { is_collapsed: isCollapsed }).catch((error: unknown) => {
      setWanted(null);
      tell(sentenceFor(error), { isError: true });
    });
  };
  return [wanted ?? section.is_collapsed, set];
}
