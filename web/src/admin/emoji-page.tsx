import Plus from 'lucide-react/icons/plus';
import Search from 'lucide-react/icons/search';
import SmilePlus from 'lucide-react/icons/smile-plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useCallback, useState } from 'react';
import type { Workspace } from '../../../client/workspace.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { useAction } from '../app/use-action.ts';
import { useLoad } from '../app/use-load.ts';
import { useStore } from '../app/use-store.ts';
import { Button } from '../design/button.tsx';
import { ConfirmDialog } from '../design/confirm-dialog.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { Page } from '../design/page.tsx';
import { TextField } from '../design/text-field.tsx';
import tools from '../directory/browse-page.module.css';
import { Emoji } from '../message/emoji.tsx';
import { AddEmojiDialog } from './add-emoji-dialog.tsx';
import styles from './emoji-page.module.css';
import { adminText } from './text.ts';

interface EmojiPageProps {
  workspace: Workspace;
  onBack: (() => void) | null;
}

/** The workspace's own emoji. */
export default function EmojiPage({ workspace, onBack }: EmojiPageProps) {
  const t = adminText().emoji;
  const emoji = useStore(workspace.emoji);
  const { state, reload } = useLoad(useCallback(() => workspace.reloadList('emoji'), [workspace]));
  const [query, setQuery] = useState('');
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<string | null>(null);
  const remove = useAction(async (name: string) => {
    await workspace.api.emoji.remove({ name });
    await workspace.reloadList('emoji');
    setRemoving(null);
  });
  const wanted = query.trim().toLowerCase().replaceAll(':', '');
  const shown = [...emoji].filter(([name]) => name.includes(wanted)).sort(([a], [b]) => a.localeCompare(b));
  const add = (
    <Button onClick={() => setAdding(true)}>
      <Plus size={16} aria-hidden="true" /> {t.add}
    </Button>
  );
  return (
    <Page title={t.title} onBack={onBack} actions={emoji.size > 0 && add}>
      {emoji.size > 0 && (
        <>
          <div className={tools.tools}>
            <TextField
              className={tools.search}
              label={t.search}
              hideLabel
              type="search"
              placeholder={t.search}
              prefix={<Search size={16} />}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
          </div>
          <p className={tools.count} role="status">
            {t.count(shown.length)}
          </p>
        </>
      )}
      {shown.length > 0 ? (
        <ul className={styles.grid} aria-label={t.title}>
          {shown.map(([name, look]) => (
            <li key={name} className={styles.card}>
              <span className={styles.look}>
                <Emoji name={name} isSilent />
              </span>
              <span className={styles.text}>
                <span className={styles.name}>:{name}:</span>
                {'aliasFor' in look && <span className={styles.detail}>{t.aliasOf(look.aliasFor)}</span>}
              </span>
              <IconButton danger size="small" label={t.remove(name)} onClick={() => setRemoving(name)}>
                <Trash2 size={15} />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : emoji.size === 0 && state.kind === 'loading' ? (
        <PageLoading />
      ) : emoji.size === 0 && state.kind === 'failed' ? (
        <EmptyState title={t.failed}>
          <p>{state.error}</p>
          <Button onClick={reload}>{adminText().tryAgain}</Button>
        </EmptyState>
      ) : (
        <EmptyState icon={<SmilePlus size={26} />} title={emoji.size > 0 ? t.noneFound : t.none}>
          {emoji.size === 0 && <p>{t.noneHint}</p>}
          {add}
        </EmptyState>
      )}
      {isAdding && <AddEmojiDialog workspace={workspace} onClose={() => setAdding(false)} />}
      {removing !== null && (
        <ConfirmDialog
          title={t.removeTitle(removing)}
          action={t.removeAction}
          danger
          busy={remove.isBusy}
          error={remove.error}
          onConfirm={() => remove.run(removing)}
          onClose={() => {
            remove.clearError();
            setRemoving(null);
          }}
        >
          <p>{t.removeText}</p>
        </ConfirmDialog>
      )}
    </Page>
  );
}
