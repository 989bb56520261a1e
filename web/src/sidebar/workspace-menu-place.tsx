import { Suspense, useState } from 'react';
import { lazyAfterwards } from '../app/first-look.ts';
import { WorkspaceButton } from './workspace-button.tsx';
import type { WorkspaceMenuProps } from './workspace-menu.tsx';

const WorkspaceMenu = lazyAfterwards(() => import('./workspace-menu.tsx'));

/** The workspace's button, which stands there before its menu has come; a press that is earlier than that is not lost. */
export function WorkspaceMenuPlace(props: Omit<WorkspaceMenuProps, 'trigger' | 'isOpenAtFirst'>) {
  const [wasPressed, setPressed] = useState(false);
  const { name } = props;
  return (
    <Suspense fallback={<WorkspaceButton name={name} onClick={() => setPressed(true)} />}>
      <WorkspaceMenu {...props} trigger={<WorkspaceButton name={name} />} isOpenAtFirst={wasPressed} />
    </Suspense>
  );
}
