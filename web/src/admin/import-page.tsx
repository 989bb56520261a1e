import { useCallback, useMemo } from 'react';
import type { Auth } from '../../../client/auth/auth.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { useLoad } from '../app/use-load.ts';
import { Button } from '../design/button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { Page, PageColumn, PageSection } from '../design/page.tsx';
import { formatBytes } from '../message/file.ts';
import { formatDate } from '../message/time.ts';
import { DropZone } from './drop-zone.tsx';
import styles from './import-page.module.css';
import { RunProgress, UploadProgress } from './import-progress.tsx';
import { ImportReportView } from './import-report-view.tsx';
import { createImportsApi, type ImportsApi } from './imports-api.ts';
import { adminText } from './text.ts';
import { useImport } from './use-import.ts';

interface ImportPageProps {
  auth: Auth;
  workspace: Workspace;
  isAdministrator: boolean;
  onBack: (() => void) | null;
}

/** Brings a Slack export in. */
export default function ImportPage({ auth, workspace, isAdministrator, onBack }: ImportPageProps) {
  const t = adminText().importer;
  const api = useMemo(() => createImportsApi(workspace, auth), [workspace, auth]);
  return (
    <Page title={t.title} onBack={onBack}>
      {isAdministrator ? (
        <ImportWork api={api} />
      ) : (
        <EmptyState title={t.onlyAdministrators}>{t.onlyAdministratorsHint}</EmptyState>
      )}
    </Page>
  );
}

function ImportWork({ api }: { api: ImportsApi }) {
  const t = adminText().importer;
  const { state, send, open, cancel, reset } = useImport(api);
  return (
    <PageColumn>
      <PageSection title={t.export} lead={t.lead}>
        {state.kind === 'failed' && <ErrorNote>{state.error}</ErrorNote>}
        {(state.kind === 'idle' || state.kind === 'failed') && <DropZone onFile={send} />}
        {state.kind === 'uploading' && <UploadProgress {...state} onCancel={reset} />}
        {state.kind === 'running' && <RunProgress report={state.report} onCancel={() => cancel(state.report.id)} />}
        {state.kind === 'over' && <ImportReportView report={state.report} onAnother={reset} />}
      </PageSection>
      {state.kind === 'idle' && <EarlierImports api={api} onOpen={open} />}
    </PageColumn>
  );
}

function EarlierImports({ api, onOpen }: { api: ImportsApi; onOpen: (id: string) => void }) {
  const t = adminText().importer;
  const { state } = useLoad(useCallback(() => api.list(), [api]));
  if (state.kind === 'failed') return <ErrorNote>{state.error}</ErrorNote>;
  if (state.kind === 'loading' || state.value.length === 0) return null;
  return (
    <PageSection title={t.earlier}>
      <ul className={styles.earlier}>
        {state.value.map((summary) => (
          <li key={summary.id} className={styles.earlierItem}>
            <span className={styles.earlierText}>
              <b>{summary.name}</b>
              <span className={styles.quiet}>
                {t.statuses[summary.status]} · {formatDate(new Date(summary.created * 1000))} ·{' '}
                {formatBytes(summary.size)}
              </span>
            </span>
            <Button onClick={() => onOpen(summary.id)}>{t.report}</Button>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
