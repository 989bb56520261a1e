import { useEffect, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import type { Workspace } from '../../../client/workspace.ts';

/** The open channel; null for the moment before it is opened. Closes it when the component goes or the id changes. */
export function useChannel(workspace: Workspace, id: string): ChannelHandle | null {
  const [handle, setHandle] = useState<ChannelHandle | null>(null);
  useEffect(() => {
    const opened = workspace.openChannel(id);
    setHandle(opened);
    return () => opened.close();
  }, [workspace, id]);
  return handle?.id === id ? handle : null;
}
