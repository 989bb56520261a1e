import PenLine from 'lucide-react/icons/pen-line';
import Trash2 from 'lucide-react/icons/trash-2';
import type { Workspace } from '../../../client/workspace.ts';
import type { Draft } from '../../../shared/draft.ts';
import { linkTo } from '../app/navigation.ts';
import { tell } from '../app/toasts.ts';
import { useStore } from '../app/use-store.ts';
import { EmptyState } from '../design/empty-state.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { PageSection } from '../design/page.tsx';
import { excerptOf } from '../message/plain.ts';
import { formatMoment } from '../message/time.ts';
import { useNames } from '../people/people-context.tsx';
import styles from './drafts-page.module.css';
import { placeName } from './place-name.ts';
import { draftsText } from './text.ts';

/** As much of a draft as one needs to know it again. Characters. */
const excerptLength = 280;

/** The person's drafts, the latest first. */
export function DraftList({ workspace }: { workspace: Workspace }) {
  const t = draftsText();
  const state = useStore(workspace.session);
  const users = useStore(workspace.users.store);
  const drafts = [...state.drafts.values()].sort((a, b) => b.updated - a.updated);
  const remove = ({ channel, thread_ts: threadTs, text }: Draft) => {
    const root = threadTs ?? null;
    workspace.drafts.set(channel, root, '');
    tell(t.draftDeleted, { actions: [{ label: t.undo, act: () => workspace.drafts.set(channel, root, text) }] });
  };
  return (
    <PageSection title={t.drafts(drafts.length)}>
      {drafts.length === 0 ? (
        <EmptyState icon={<PenLine size={24} />} title={t.noDrafts}>
          {t.noDraftsHint}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {drafts.map((draft) => (
            <DraftCard
              key={`${draft.channel} ${draft.thread_ts ?? ''}`}
              workspaceId={workspace.id}
              draft={draft}
              place={placeName(state, users, draft.channel, draft.thread_ts)}
              onDelete={() => remove(draft)}
            />
          ))}
        </ul>
      )}
    </PageSection>
  );
}

interface DraftCardProps {
  workspaceId: string;
  draft: Draft;
  place: string;
  onDelete: () => void;
}

function DraftCard({ workspaceId, draft, place, onDelete }: DraftCardProps) {
  const t = draftsText();
  const names = useNames();
  const { channel: channelId, thread_ts: threadTs = null } = draft;
  return (
    <li className={styles.card}>
      <a className={styles.open} {...linkTo({ kind: 'channel', workspaceId, channelId, ts: null, threadTs })}>
        <span className={styles.head}>
          <span className={styles.place}>{place}</span>
          <span className={styles.when}>{t.written(formatMoment(new Date(draft.updated)))}</span>
        </span>
        <span className={styles.text}>{excerptOf(draft.text, names, excerptLength)}</span>
      </a>
      <IconButton danger label={t.deleteDraft(place)} onClick={onDelete}>
        <Trash2 size={16} />
      </IconButton>
    </li>
  );
}
