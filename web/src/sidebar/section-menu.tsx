import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import ChevronsDownUp from 'lucide-react/icons/chevrons-down-up';
import FolderPlus from 'lucide-react/icons/folder-plus';
import Pencil from 'lucide-react/icons/pencil-line';
import Trash from 'lucide-react/icons/trash-2';
import type { ReactElement } from 'react';
import { openDialog } from '../app/dialog-request.ts';
import { sentenceFor } from '../app/error-sentences.ts';
import { tell } from '../app/toasts.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Menu, MenuItem, MenuSeparator } from '../design/menu.tsx';
import { movedBy } from './moved.ts';
import type { SectionMenuProps } from './section-menu-place.tsx';
import { sidebarText } from './text.ts';

interface OpenedSectionMenuProps extends SectionMenuProps {
  trigger: ReactElement;
  /** It was asked for before it was there. */
  isOpenAtFirst: boolean;
}

export default function SectionMenu(props: OpenedSectionMenuProps) {
  const { shown, isCollapsed, onCollapse, trigger, isOpenAtFirst } = props;
  const { section, kind } = shown;
  const t = sidebarText();
  const { session, sections } = useWorkspace();
  const order = session.get().sections.map(({ id }) => id);
  const report = (done: Promise<unknown>, said?: string) =>
    void done.then(
      () => said !== undefined && tell(said),
      (error: unknown) => tell(sentenceFor(error), { isError: true }),
    );
  const move = (step: 1 | -1) => {
    const moved = movedBy(order, section.id, step);
    return moved && (() => report(sections.order(moved)));
  };
  const [up, down] = [move(-1), move(1)];
  return (
    <Menu align="end" trigger={trigger} isOpenAtFirst={isOpenAtFirst}>
      <MenuItem icon={<ChevronsDownUp size={16} />} onSelect={() => onCollapse(!isCollapsed)}>
        {isCollapsed ? t.expand : t.collapse}
      </MenuItem>
      {up && (
        <MenuItem icon={<ArrowUp size={16} />} onSelect={up}>
          {t.moveUp}
        </MenuItem>
      )}
      {down && (
        <MenuItem icon={<ArrowDown size={16} />} onSelect={down}>
          {t.moveDown}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem
        icon={<FolderPlus size={16} />}
        onSelect={() => openDialog({ kind: 'create-section', channelId: null })}
      >
        {t.newSection}
      </MenuItem>
      {kind === 'custom' && (
        <>
          <MenuItem
            icon={<Pencil size={16} />}
            onSelect={() => openDialog({ kind: 'rename-section', sectionId: section.id, name: section.name })}
          >
            {t.renameSection}
          </MenuItem>
          <MenuItem
            danger
            icon={<Trash size={16} />}
            onSelect={() => report(sections.remove(section.id), t.removedSection)}
          >
            {t.removeSection}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
