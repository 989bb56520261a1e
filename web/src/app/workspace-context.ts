import { createContext, use } from 'react';
import type { Workspace } from '../../../client/workspace.ts';

export const WorkspaceContext = createContext<Workspace | null>(null);

/** The open workspace. Only within the workspace's screen. */
export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (!workspace) throw new Error('There is no open workspace around this component.');
  return workspace;
}
