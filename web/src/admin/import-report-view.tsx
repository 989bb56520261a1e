import type { ImportReport } from '../../../shared/protocol/imports.ts';
import { Button } from '../design/button.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { isErrorCode } from '../../../shared/error-codes.ts';
import { sentenceForCode } from '../app/error-sentences.ts';
import styles from './import-page.module.css';
import { formatLocale } from '../i18n/format-locale.ts';
import { ProblemList } from './problem-list.tsx';
import { adminText } from './text.ts';

interface ImportReportViewProps {
  report: ImportReport;
  onAnother: () => void;
}

/** What came of an import: how much is here now, channel by channel, and what is not and why. */
export function ImportReportView({ report, onAnother }: ImportReportViewProps) {
  const t = adminText().importer;
  const { people, messages } = report.counts;
  const channels = report.channels ?? [];
  return (
    <div className={styles.report}>
      {report.status === 'failed' && (
        <ErrorNote>
          {report.error !== null && isErrorCode(report.error) ? sentenceForCode(report.error) : t.hasFailed}
          {report.error_detail && ` ${report.error_detail}`}
        </ErrorNote>
      )}
      <dl className={styles.figures}>
        <Figure
          label={t.messages}
          value={messages.imported + messages.present}
          of={messages.expected - messages.repeated}
        />
        <Figure
          label={t.channels}
          value={report.counts.channels.created + report.counts.channels.present}
          of={report.counts.channels.expected}
        />
        <Figure label={t.people} value={people.created + people.matched + people.present} of={people.expected} />
        <Figure label={t.notImported} value={messages.lost} />
      </dl>
      {channels.length > 0 && (
        <div className={styles.tableFrame} tabIndex={0} role="region" aria-label={t.channelsOfImport}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t.channel}</th>
                <th scope="col">{t.inExport}</th>
                <th scope="col">{t.imported}</th>
                <th scope="col">{t.hereBefore}</th>
                <th scope="col">{t.twice}</th>
                <th scope="col">{t.lost}</th>
              </tr>
            </thead>
            <tbody>
              {channels.map((channel) => (
                <tr key={channel.id}>
                  <th scope="row">{channel.name ? `#${channel.name}` : t.directMessage}</th>
                  <td>{channel.expected.toLocaleString(formatLocale())}</td>
                  <td>{channel.imported.toLocaleString(formatLocale())}</td>
                  <td>{channel.present.toLocaleString(formatLocale())}</td>
                  <td>{channel.repeated.toLocaleString(formatLocale())}</td>
                  <td data-lost={channel.lost > 0 || undefined}>{channel.lost.toLocaleString(formatLocale())}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ProblemList problems={report.problems ?? []} counts={report.counts.problems} />
      <div>
        <Button onClick={onAnother}>{t.another}</Button>
      </div>
    </div>
  );
}

function Figure({ label, value, of }: { label: string; value: number; of?: number }) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>
        {value.toLocaleString(formatLocale())}
        {of !== undefined && of !== value && (
          <span className={styles.of}> {adminText().importer.of(of.toLocaleString(formatLocale()))}</span>
        )}
      </dd>
    </div>
  );
}
