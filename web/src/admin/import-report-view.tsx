import type { ImportReport } from '../../../shared/protocol/imports.ts';
import { Button } from '../design/button.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { isErrorCode } from '../../../shared/errors.ts';
import { sentenceForCode } from '../app/error-sentences.ts';
import styles from './import-page.module.css';
import { ProblemList } from './problem-list.tsx';

interface ImportReportViewProps {
  report: ImportReport;
  onAnother: () => void;
}

/** What came of an import: how much is here now, channel by channel, and what is not and why. */
export function ImportReportView({ report, onAnother }: ImportReportViewProps) {
  const { people, messages } = report.counts;
  const channels = report.channels ?? [];
  return (
    <div className={styles.report}>
      {report.status === 'failed' && (
        <ErrorNote>
          {report.error !== null && isErrorCode(report.error) ? sentenceForCode(report.error) : 'The import failed.'}
          {report.error_detail && ` ${report.error_detail}`}
        </ErrorNote>
      )}
      <dl className={styles.figures}>
        <Figure
          label="Messages"
          value={messages.imported + messages.present}
          of={messages.expected - messages.repeated}
        />
        <Figure
          label="Channels"
          value={report.counts.channels.created + report.counts.channels.present}
          of={report.counts.channels.expected}
        />
        <Figure label="People" value={people.created + people.matched + people.present} of={people.expected} />
        <Figure label="Not imported" value={messages.lost} />
      </dl>
      {channels.length > 0 && (
        <div className={styles.tableFrame} tabIndex={0} role="region" aria-label="Channels of the import">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Channel</th>
                <th scope="col">In the export</th>
                <th scope="col">Imported</th>
                <th scope="col">Here before</th>
                <th scope="col">Twice</th>
                <th scope="col">Lost</th>
              </tr>
            </thead>
            <tbody>
              {channels.map((channel) => (
                <tr key={channel.id}>
                  <th scope="row">{channel.name ? `#${channel.name}` : 'Direct message'}</th>
                  <td>{channel.expected.toLocaleString()}</td>
                  <td>{channel.imported.toLocaleString()}</td>
                  <td>{channel.present.toLocaleString()}</td>
                  <td>{channel.repeated.toLocaleString()}</td>
                  <td data-lost={channel.lost > 0 || undefined}>{channel.lost.toLocaleString()}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ProblemList problems={report.problems ?? []} counts={report.counts.problems} />
      <div>
        <Button onClick={onAnother}>Import another file</Button>
      </div>
    </div>
  );
}

function Figure({ label, value, of }: { label: string; value: number; of?: number }) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>
        {value.toLocaleString()}
        {of !== undefined && of !== value && <span className={styles.of}> of {of.toLocaleString()}</span>}
      </dd>
    </div>
  );
}
