import PenLine from 'lucide-react/icons/pen-line';
import Search from 'lucide-react/icons/search';
import { useMemo, useState } from 'react';
import { VList } from 'virtua';
import type { Workspace } from '../../../client/workspace.ts';
import { isDirect } from '../../../shared/channel.ts';
import { compareTs } from '../../../shared/timestamps.ts';
import { openDialog } from '../app/dialog-request.ts';
import { useStore } from '../app/use-store.ts';
import { fold } from '../composer/completion.ts';
import { Button } from '../design/button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { Page } from '../design/page.tsx';
import { TextField } from '../design/text-field.tsx';
import { personNameOf } from '../people/naming.ts';
import { channelLabel } from '../sidebar/channel-label.ts';
import { DirectLine } from './direct-line.tsx';
import styles from './direct-page.module.css';
import { directText } from './text.ts';

interface DirectPageProps {
  workspace: Workspace;
  onBack: (() => void) | null;
}

/** Every direct message there is, closed ones too, the latest first. */
export default function DirectPage({ workspace, onBack }: DirectPageProps) {
  const t = directText();
  const { channels } = useStore(workspace.session);
  const users = useStore(workspace.users.store);
  const [query, setQuery] = useState('');
  const conversations = useMemo(() => {
    const labelled = [...channels.values()]
      .filter(({ kind }) => isDirect(kind))
      .map((channel) => ({ channel, label: channelLabel(channel, (id) => personNameOf(users.get(id), id)) }));
    return labelled.sort((a, b) => compareTs(b.channel.latest, a.channel.latest));
  }, [channels, users]);
  const shown = conversations.filter(({ label }) => fold(label).includes(fold(query.trim())));
  const begin = () => openDialog({ kind: 'new-message' });
  return (
    <Page
      title={t.title}
      onBack={onBack}
      actions={
        <Button onClick={begin}>
          <PenLine size={16} aria-hidden="true" /> {t.newMessage}
        </Button>
      }
    >
      {conversations.length > 0 && (
        <div className={styles.tools}>
          <TextField
            label={t.find}
            hideLabel
            type="search"
            placeholder={t.find}
            prefix={<Search size={16} />}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
      )}
      {shown.length > 0 ? (
        <VList className={styles.list} role="list" aria-label={t.title} data={shown}>
          {({ channel, label }) => (
            <DirectLine key={channel.id} workspaceId={workspace.id} channel={channel} label={label} />
          )}
        </VList>
      ) : (
        <EmptyState title={conversations.length > 0 ? t.noneFound : t.none}>
          <p>{t.noneHint}</p>
          <Button kind="primary" onClick={begin}>
            {t.newMessage}
          </Button>
        </EmptyState>
      )}
    </Page>
  );
}
