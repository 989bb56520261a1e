import AtSign from 'lucide-react/icons/at-sign';
import Bookmark from 'lucide-react/icons/bookmark';
import CircleUserRound from 'lucide-react/icons/circle-user-round';
import House from 'lucide-react/icons/house';
import MessageCircle from 'lucide-react/icons/message-circle';
import type { ComponentType } from 'react';
import { isDirect } from '../../../shared/channel.ts';
import { linkTo } from './navigation.ts';
import type { Route, WorkspacePage } from './route.ts';
import styles from './tab-bar.module.css';
import { appText } from './text.ts';
import { useSelected } from './use-selected.ts';
import { useWorkspace } from './workspace-context.ts';

/** At the foot of a phone's screen: the places that one is never far from. */
export default function TabBar({ current }: { current: WorkspacePage | 'home' }) {
  const t = appText();
  const { id: workspaceId, session } = useWorkspace();
  const direct = useSelected(session, (state) => {
    let unread = 0;
    for (const channel of state.channels.values()) if (isDirect(channel.kind)) unread += channel.mention_count;
    return unread;
  });
  const activity = useSelected(session, (state) => state.unreadActivity);
  const page = (name: WorkspacePage): Route => ({ kind: 'page', workspaceId, page: name });
  return (
    <nav className={styles.bar} aria-label={t.tabs}>
      <Tab route={{ kind: 'workspace', workspaceId }} isCurrent={current === 'home'} icon={House} label={t.tabHome} />
      <Tab
        route={page('direct')}
        isCurrent={current === 'direct'}
        icon={MessageCircle}
        label={t.tabDirect}
        count={direct}
      />
      <Tab
        route={page('activity')}
        isCurrent={current === 'activity'}
        icon={AtSign}
        label={t.tabActivity}
        count={activity}
      />
      <Tab route={page('saved')} isCurrent={current === 'saved'} icon={Bookmark} label={t.tabSaved} />
      <Tab route={page('settings')} isCurrent={current === 'settings'} icon={CircleUserRound} label={t.tabYou} />
    </nav>
  );
}

interface TabProps {
  route: Route;
  isCurrent: boolean;
  icon: ComponentType<{ size: number }>;
  label: string;
  count?: number;
}

function Tab({ route, isCurrent, icon: Icon, label, count = 0 }: TabProps) {
  return (
    <a {...linkTo(route)} className={styles.tab} aria-current={isCurrent ? 'page' : undefined}>
      <span className={styles.icon} aria-hidden="true">
        <Icon size={21} />
        {count > 0 && <span className={styles.badge}>{count > 99 ? '99+' : count}</span>}
      </span>
      {label}
      {count > 0 && <span className="visually-hidden">, {count}</span>}
    </a>
  );
}
