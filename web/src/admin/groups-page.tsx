import Plus from 'lucide-react/icons/plus';
import UsersRound from 'lucide-react/icons/users-round';
import { useCallback, useState } from 'react';
import type { UserGroup } from '../../../client/api/workspace-answers.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { isAdministrator } from '../../../shared/user.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { useAction } from '../app/use-action.ts';
import { useLoad } from '../app/use-load.ts';
import { useStore } from '../app/use-store.ts';
import { Button } from '../design/button.tsx';
import { ConfirmDialog } from '../design/confirm-dialog.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { Page } from '../design/page.tsx';
import { GroupCard } from './group-card.tsx';
import { GroupDialog } from './group-dialog.tsx';
import styles from './list-page.module.css';
import { adminText } from './text.ts';

interface GroupsPageProps {
  workspace: Workspace;
  onBack: (() => void) | null;
}

type Doing = { kind: 'create' } | { kind: 'edit' | 'disable'; group: UserGroup };

/** The workspace's user groups. Everybody sees them; administrators change them. */
export default function GroupsPage({ workspace, onBack }: GroupsPageProps) {
  const t = adminText().groups;
  const groups = useStore(workspace.groups);
  const role = useStore(workspace.session).self?.role ?? 'member';
  const mayChange = isAdministrator(role);
  const { state, reload } = useLoad(useCallback(() => workspace.reloadList('groups'), [workspace]));
  const [doing, setDoing] = useState<Doing | null>(null);
  const change = useAction(async (task: () => Promise<unknown>) => {
    await task();
    await workspace.reloadList('groups');
    setDoing(null);
  });
  const { usergroups } = workspace.api;
  const sorted = [...groups.values()].sort(
    (a, b) => Number(a.date_delete > 0) - Number(b.date_delete > 0) || a.name.localeCompare(b.name),
  );
  const create = mayChange && (
    <Button onClick={() => setDoing({ kind: 'create' })}>
      <Plus size={16} aria-hidden="true" /> {t.create}
    </Button>
  );
  return (
    <Page title={t.title} onBack={onBack} actions={sorted.length > 0 && create}>
      {sorted.length === 0 && state.kind === 'loading' ? (
        <PageLoading />
      ) : sorted.length === 0 && state.kind === 'failed' ? (
        <EmptyState title={t.failed}>
          <p>{state.error}</p>
          <Button onClick={reload}>{adminText().tryAgain}</Button>
        </EmptyState>
      ) : sorted.length === 0 ? (
        <EmptyState icon={<UsersRound size={26} />} title={t.none}>
          <p>{t.noneHint}</p>
          {create || <p>{t.onlyAdministrators}</p>}
        </EmptyState>
      ) : (
        <div className={styles.scroll}>
          <p className={styles.lead}>{t.lead}</p>
          <ErrorNote>{change.error}</ErrorNote>
          <ul className={styles.list} aria-label={t.title}>
            {sorted.map((group) => (
              <GroupCard
                key={group.id}
                group={group}
                mayChange={mayChange}
                onEdit={() => setDoing({ kind: 'edit', group })}
                onDisable={() => setDoing({ kind: 'disable', group })}
                onEnable={() => change.run(() => usergroups.enable({ usergroup: group.id }))}
              />
            ))}
          </ul>
        </div>
      )}
      {(doing?.kind === 'create' || doing?.kind === 'edit') && (
        <GroupDialog
          workspace={workspace}
          group={doing.kind === 'edit' ? doing.group : null}
          onClose={() => setDoing(null)}
        />
      )}
      {doing?.kind === 'disable' && (
        <ConfirmDialog
          title={t.disableTitle(doing.group.handle)}
          action={t.disable}
          danger
          busy={change.isBusy}
          error={change.error}
          onConfirm={() => change.run(() => usergroups.disable({ usergroup: doing.group.id }))}
          onClose={() => setDoing(null)}
        >
          <p>{t.disableText}</p>
        </ConfirmDialog>
      )}
    </Page>
  );
}
