import { lazy, type MouseEvent, type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import { sidebarSections } from '../../../client/session/sidebar-sections.ts';
import { lazyAfterwards } from '../app/first-look.ts';
import type { WorkspacePage } from '../app/route.ts';
import { useSelected } from '../app/use-selected.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { type Anchor, anchorAt } from '../design/anchor.ts';
import { SidebarEntries } from './sidebar-entries.tsx';
import { SidebarSectionView } from './sidebar-section.tsx';
import { SidebarSkeleton } from './sidebar-skeleton.tsx';
import { SidebarTop } from './sidebar-top.tsx';
import styles from './sidebar.module.css';
import { sidebarText } from './text.ts';
import { useArrowKeys } from './use-arrow-keys.ts';
import { useDragging } from './use-dragging.ts';

const UnreadJumps = lazyAfterwards(() => import('./unread-jumps.tsx'));
const ItemMenu = lazy(() => import('./item-menu.tsx'));

interface SidebarProps {
  currentId: string | null;
  currentPage: WorkspacePage | null;
  /** The workspace's name and menu. */
  header: ReactNode;
}

interface OpenMenu {
  channelId: string;
  section: string;
  anchor: Anchor;
  row: HTMLElement;
}

export function Sidebar({ currentId, currentPage, header }: SidebarProps) {
  const t = sidebarText();
  const { session } = useWorkspace();
  const list = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const isLoading = useSelected(session, (state) => state.workspace === null);
  const isFiltered = useSelected(session, (state) => state.preferences.unread_only);
  const sections = useSelected(session, (state) => sidebarSections(state, currentId));
  const onMenu = useCallback((row: HTMLElement, event: MouseEvent) => {
    const { row: channelId, section } = row.dataset;
    if (channelId === undefined || section === undefined) return;
    event.preventDefault();
    // From the keyboard it has no place of its own.
    const hasPlace = event.clientX > 0 || event.clientY > 0;
    setMenu({ channelId, section, row, anchor: hasPlace ? anchorAt(event.clientX, event.clientY) : row });
  }, []);
  useDragging(list);
  const isAllRead = isFiltered && sections.every(({ channels }) => channels.every(({ id }) => id === currentId));
  return (
    <nav className={styles.sidebar} aria-label={t.label} data-region>
      <div className={styles.header}>{header}</div>
      <SidebarTop isFiltered={isFiltered} />
      <div className={styles.frame}>
        <div ref={list} className={styles.list} onKeyDown={useArrowKeys()}>
          <SidebarEntries currentPage={currentPage} />
          {isLoading && <SidebarSkeleton />}
          {sections.map((section) => (
            <SidebarSectionView
              key={section.section.id}
              shown={section}
              currentId={currentId}
              isFiltered={isFiltered}
              onMenu={onMenu}
            />
          ))}
          {isAllRead && <AllRead />}
        </div>
        <Suspense>
          <UnreadJumps list={list} />
        </Suspense>
      </div>
      {menu && (
        <Suspense>
          <ItemMenu {...menu} onClose={() => setMenu(null)} />
        </Suspense>
      )}
    </nav>
  );
}

function AllRead() {
  const t = sidebarText();
  const { setPreferences } = useWorkspace();
  return (
    <div className={styles.allRead}>
      <p>{t.allRead}</p>
      <button
        type="button"
        className={styles.textButton}
        onClick={() => void setPreferences({ unread_only: false }).catch(() => undefined)}
      >
        {t.showEverything}
      </button>
    </div>
  );
}
