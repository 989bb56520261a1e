import { useEffect, useRef } from 'react';
import type { Workspace } from '../../../client/workspace.ts';
import type { Route } from '../app/route.ts';

/** Desktop notifications of the open workspace, as its person wants them. */
export function useNotifications(workspace: Workspace, route: Route): void {
  const latest = useRef(route);
  latest.current = route;
  useEffect(() => {
    const inFront = () => {
      const { current } = latest;
      const isLooking = document.visibilityState === 'visible' && document.hasFocus();
      return isLooking && current.kind === 'channel'
        ? { channel: current.channelId, threadTs: current.threadTs }
        : null;
    };
    let isGone = false;
    let stop = () => {};
    // After the first messages are shown: nothing is missed that the activity view does not have.
    void import('./watch-notices.ts').then(({ watchNotices }) => {
      if (!isGone) stop = watchNotices(workspace, inFront);
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [workspace]);
}
