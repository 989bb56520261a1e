import Ellipsis from 'lucide-react/icons/ellipsis';
import { Suspense } from 'react';
import { lazyAfterwards } from '../app/first-look.ts';
import { IconButton } from '../design/icon-button.tsx';
import type { ChannelMenuProps } from './channel-menu.tsx';
import { channelText } from './text.ts';

const ChannelMenu = lazyAfterwards(() => import('./channel-menu.tsx'));

/** The menu's button, which stands there before the menu has come. */
export function ChannelMenuPlace(props: ChannelMenuProps) {
  return (
    <Suspense
      fallback={
        <IconButton label={channelText().menu} disabled>
          <Ellipsis size={19} />
        </IconButton>
      }
    >
      <ChannelMenu {...props} />
    </Suspense>
  );
}
