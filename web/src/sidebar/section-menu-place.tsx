import Ellipsis from 'lucide-react/icons/ellipsis';
import { lazy, Suspense, useState } from 'react';
import type { SidebarSection } from '../../../client/session/sidebar-sections.ts';
import { IconButton } from '../design/icon-button.tsx';
import styles from './sidebar.module.css';
import { sidebarText } from './text.ts';

const SectionMenu = lazy(() => import('./section-menu.tsx'));

export interface SectionMenuProps {
  shown: SidebarSection;
  name: string;
  isCollapsed: boolean;
  onCollapse: (isCollapsed: boolean) => void;
}

/** The button of a section's menu. The menu comes when somebody is about to press it; a press before that is not lost. */
export function SectionMenuPlace(props: SectionMenuProps) {
  const [isWanted, setWanted] = useState(false);
  const [wasPressed, setPressed] = useState(false);
  const button = (
    <IconButton
      size="small"
      className={styles.sectionMenu}
      label={sidebarText().sectionMenu(props.name)}
      onPointerEnter={() => setWanted(true)}
      onFocus={() => setWanted(true)}
      onClick={() => setPressed(true)}
      // Another button may have taken this one's place before the mouse is released, and then nothing is clicked.
      onMouseDown={() => setPressed(true)}
    >
      <Ellipsis size={16} />
    </IconButton>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <SectionMenu {...props} trigger={button} isOpenAtFirst={wasPressed} />
    </Suspense>
  );
}
