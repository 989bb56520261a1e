import Pin from 'lucide-react/icons/pin';
import { lazy, Suspense, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import { IconButton } from '../design/icon-button.tsx';
import { pinsText } from './text.ts';

const PinsPanel = lazy(() => import('./pins-panel.tsx'));

interface PinsButtonProps {
  handle: ChannelHandle;
  /** Whether the person may pin, unpin and add bookmarks. */
  canChange: boolean;
}

/** Shows what is pinned in the channel. */
export function PinsButton({ handle, canChange }: PinsButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        label={pinsText().pins}
        aria-expanded={anchor !== null}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(anchor ? null : event.currentTarget)}
      >
        <Pin size={18} />
      </IconButton>
      {anchor && (
        <Suspense>
          <PinsPanel handle={handle} canChange={canChange} anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  );
}
