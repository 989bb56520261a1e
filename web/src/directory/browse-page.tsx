import Plus from 'lucide-react/icons/plus';
import Search from 'lucide-react/icons/search';
import { useDeferredValue, useMemo, useState } from 'react';
import { VList } from 'virtua';
import type { Conversation } from '../../../client/api/answers.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { navigate } from '../app/navigation.ts';
import { useStore } from '../app/use-store.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { fold } from '../composer/completion.ts';
import { Button } from '../design/button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { Page } from '../design/page.tsx';
import { TextField } from '../design/text-field.tsx';
import styles from './browse-page.module.css';
import { ChannelCard } from './channel-card.tsx';
import { directoryText } from './text.ts';
import { useAllChannels } from './use-all-channels.ts';

interface BrowsePageProps {
  workspace: Workspace;
  /** What to look for at first. */
  query: string;
  onCreate: () => void;
  onBack: (() => void) | null;
}

/** All channels, to look through and join. */
export default function BrowsePage({ workspace, query: initial, onCreate, onBack }: BrowsePageProps) {
  const t = directoryText();
  const { channels, isLoading, error, reload } = useAllChannels(workspace);
  const mine = useStore(workspace.session).channels;
  const [query, setQuery] = useState(initial);
  const [showsArchived, setShowsArchived] = useState(false);
  const wanted = useDeferredValue(query);
  const shown = useMemo(
    () => channels.filter((channel) => Boolean(channel.is_archived) === showsArchived && matches(channel, wanted)),
    [channels, showsArchived, wanted],
  );
  return (
    <Page
      title={t.channels}
      onBack={onBack}
      actions={
        <Button onClick={onCreate}>
          <Plus size={16} aria-hidden="true" /> {t.newChannel}
        </Button>
      }
    >
      <div className={styles.tools}>
        <TextField
          className={styles.search}
          label={t.searchChannels}
          hideLabel
          type="search"
          placeholder={t.searchPlaceholder}
          prefix={<Search size={16} />}
          value={query}
          autoFocus={onBack === null}
          onChange={(event) => setQuery(event.target.value)}
        />
        <div className={styles.filter} role="group" aria-label={t.which}>
          <button type="button" aria-pressed={!showsArchived} onClick={() => setShowsArchived(false)}>
            {t.active}
          </button>
          <button type="button" aria-pressed={showsArchived} onClick={() => setShowsArchived(true)}>
            {t.archived}
          </button>
        </div>
      </div>
      <p className={styles.count} role="status">
        {isLoading && channels.length === 0 ? t.loading : t.channelCount(shown.length)}
      </p>
      {error !== null ? (
        <EmptyState title={t.channelsFailed}>
          <p>{error}</p>
          <Button onClick={reload}>{t.tryAgain}</Button>
        </EmptyState>
      ) : shown.length > 0 ? (
        <VList className={styles.list} role="list" aria-label={t.channels} data={shown}>
          {(channel) => (
            <ChannelCard
              key={channel.id}
              channel={channel}
              isMember={mine.has(channel.id)}
              onOpen={() =>
                navigate({
                  kind: 'channel',
                  workspaceId: workspace.id,
                  channelId: channel.id,
                  ts: null,
                  threadTs: null,
                })
              }
              onJoin={() => workspace.join(channel.id)}
            />
          )}
        </VList>
      ) : isLoading ? (
        <PageLoading />
      ) : (
        <EmptyState title={wanted ? t.noMatch : showsArchived ? t.nothingArchived : t.noChannels}>
          {wanted && <p>{showsArchived ? t.noMatchAmongArchived : t.noMatchAmongActive}</p>}
          {!showsArchived && <Button onClick={onCreate}>{t.createAChannel}</Button>}
        </EmptyState>
      )}
    </Page>
  );
}

function matches(channel: Conversation, query: string): boolean {
  const wanted = fold(query.replace(/^#/, '').trim());
  return [channel.name, channel.topic?.value, channel.purpose?.value].some((text) => fold(text ?? '').includes(wanted));
}
