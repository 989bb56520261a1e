import Bell from 'lucide-react/icons/bell';
import BellOff from 'lucide-react/icons/bell-off';
import { useState } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import type { ListedThread } from '../../../client/api/personal-answers.ts';
import { threadKey } from '../../../client/session/session-state.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { slackbotId } from '../../../shared/ids.ts';
import { linkTo } from '../app/navigation.ts';
import { useSelected } from '../app/use-selected.ts';
import { useStore } from '../app/use-store.ts';
import { IconButton } from '../design/icon-button.tsx';
import { refused } from '../message/say.ts';
import { formatLocale } from '../i18n/format-locale.ts';
import { personNameOf } from '../people/naming.ts';
import { threadsText } from './text.ts';
import styles from './threads-page.module.css';

interface CardHeaderProps {
  workspace: Workspace;
  listed: ListedThread;
  name: string;
  handle: ChannelHandle | null;
}

/** Where the thread is, who is in it, and whether the person goes on following it. */
export function CardHeader({ workspace, listed, name, handle }: CardHeaderProps) {
  const t = threadsText();
  const { channel, thread_ts: rootTs } = listed.thread;
  const isUnread = useSelected(
    workspace.session,
    ({ unreadThreads }) => unreadThreads.get(threadKey(channel, rootTs))?.has_unread ?? false,
  );
  const [isFollowing, setFollowing] = useState(true);
  const toggle = () => {
    setFollowing(!isFollowing);
    handle?.followThread(rootTs, !isFollowing).catch((error: unknown) => {
      setFollowing(isFollowing);
      refused()(error);
    });
  };
  return (
    <header className={styles.header}>
      <div className={styles.titles}>
        <a
          className={styles.channel}
          aria-label={`${name}. ${t.open}`}
          {...linkTo({ kind: 'channel', workspaceId: workspace.id, channelId: channel, ts: null, threadTs: rootTs })}
        >
          {name}
        </a>
        <Participants workspace={workspace} listed={listed} />
      </div>
      {isUnread && <span className={styles.unread} role="img" aria-label={t.unread} />}
      <IconButton label={isFollowing ? t.unfollow : t.follow} disabled={handle === null} onClick={toggle}>
        {isFollowing ? <Bell size={17} fill="currentColor" /> : <BellOff size={17} />}
      </IconButton>
    </header>
  );
}

function Participants({ workspace, listed: { root, latest } }: Pick<CardHeaderProps, 'workspace' | 'listed'>) {
  const t = threadsText();
  const known = useStore(workspace.users.store);
  const people = new Set([root.user, ...(root.reply_users ?? []), ...latest.map(({ user }) => user)]);
  const names = [...people].flatMap((id) =>
    // Of a root that was deleted its author is not known any more.
    id === undefined || id === slackbotId || id === workspace.self
      ? []
      : [personNameOf(known.get(id) ?? workspace.users.get(id), id)],
  );
  if (names.length === 0) return null;
  return <span className={styles.people}>{t.people(new Intl.ListFormat(formatLocale()).format(names))}</span>;
}
