import { useEffect } from 'react';
import type { Workspace } from '../../../client/workspace.ts';
import { type Loaded, useLoad } from '../app/use-load.ts';

/** Loads a list, and loads it again when the session says that it has changed on another device or by itself. */
export function useStaleLoad<T>(
  workspace: Workspace,
  what: Parameters<Workspace['onStale']>[0],
  load: () => Promise<T>,
): { state: Loaded<T>; reload: () => void } {
  const { state, reload } = useLoad(load);
  useEffect(() => workspace.onStale(what, reload), [workspace, what, reload]);
  return { state, reload };
}
