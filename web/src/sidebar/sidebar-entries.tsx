import AtSign from 'lucide-react/icons/at-sign';
import Bookmark from 'lucide-react/icons/bookmark';
import Compass from 'lucide-react/icons/compass';
import MessagesSquare from 'lucide-react/icons/messages-square';
import PencilLine from 'lucide-react/icons/pencil-line';
import Users from 'lucide-react/icons/users';
import type { ComponentType } from 'react';
import { linkTo } from '../app/navigation.ts';
import type { WorkspacePage } from '../app/route.ts';
import { useSelected } from '../app/use-selected.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { cx } from '../design/cx.ts';
import type { CommandId } from '../palette/commands.ts';
import styles from './sidebar.module.css';
import { sidebarText } from './text.ts';

/** The places that are no conversation. */
export function SidebarEntries({ currentPage }: { currentPage: WorkspacePage | null }) {
  const t = sidebarText();
  const { session } = useWorkspace();
  const threads = useSelected(session, (state) => state.unreadThreads.size);
  const threadMentions = useSelected(session, (state) =>
    [...state.unreadThreads.values()].reduce((sum, thread) => sum + thread.mention_count, 0),
  );
  const activity = useSelected(session, (state) => state.unreadActivity);
  const isActivityNew = useSelected(session, (state) => state.hasNewActivity);
  const drafts = useSelected(session, (state) => state.drafts.size);
  const saved = useSelected(session, (state) => state.saved.size);
  const entry = (page: WorkspacePage) => ({ page, isCurrent: page === currentPage });
  return (
    <ul className={styles.entries}>
      <Entry
        {...entry('threads')}
        icon={MessagesSquare}
        command="threads"
        label={t.threads}
        isBold={threads > 0}
        badge={threadMentions}
        spoken={threads > 0 ? t.unreadThreads(threads) : null}
      />
      <Entry
        {...entry('activity')}
        icon={AtSign}
        command="activity"
        label={t.activity}
        isBold={isActivityNew}
        badge={activity}
        spoken={activity > 0 ? t.newOnes(activity) : null}
      />
      <Entry
        {...entry('drafts')}
        icon={PencilLine}
        label={t.drafts}
        count={drafts}
        spoken={drafts > 0 ? t.draftCount(drafts) : null}
      />
      <Entry
        {...entry('saved')}
        icon={Bookmark}
        command="saved"
        label={t.saved}
        count={saved}
        spoken={saved > 0 ? t.savedCount(saved) : null}
      />
      <Entry {...entry('people')} icon={Users} command="people" label={t.people} />
      <Entry {...entry('browse')} icon={Compass} command="browse" label={t.browse} />
    </ul>
  );
}

interface EntryProps {
  page: WorkspacePage;
  isCurrent: boolean;
  icon: ComponentType<{ size: number }>;
  command?: CommandId;
  label: string;
  isBold?: boolean;
  /** A number that wants attention. */
  badge?: number;
  /** A number that is there. */
  count?: number;
  /** What the number means. */
  spoken?: string | null;
}

function Entry({ page, isCurrent, icon: Icon, command, label, isBold, badge = 0, count = 0, spoken }: EntryProps) {
  const { id: workspaceId } = useWorkspace();
  return (
    <li>
      <a
        {...linkTo({ kind: 'page', workspaceId, page })}
        className={cx(styles.entry, isBold && !isCurrent && styles.bold, isCurrent && styles.current)}
        aria-current={isCurrent ? 'page' : undefined}
        data-tip={command && label}
        data-tip-command={command}
        data-step
        data-page={page}
      >
        <span className={styles.entryIcon} aria-hidden="true">
          <Icon size={17} />
        </span>
        <span className={styles.entryLabel}>{label}</span>
        {badge > 0 && (
          <span className={styles.badge} aria-hidden="true">
            {badge > 99 ? '99+' : badge}
          </span>
        )}
        {badge === 0 && count > 0 && (
          <span className={styles.number} aria-hidden="true">
            {count}
          </span>
        )}
        {spoken && <span className="visually-hidden">, {spoken}</span>}
      </a>
    </li>
  );
}
