import type { ImportPhase, ImportReport } from '../../../shared/protocol/imports.ts';
import { Button } from '../design/button.tsx';
import { ProgressBar } from '../design/progress-bar.tsx';
import { formatBytes } from '../message/file.ts';
import styles from './import-page.module.css';

const phases: Record<ImportPhase, string> = {
  upload: 'Receiving the file',
  assemble: 'Putting the file together',
  plan: 'Reading what is in it',
  people: 'Bringing in people',
  channels: 'Bringing in channels and messages',
  close: 'Finishing',
  over: 'Finishing',
};

interface UploadProgressProps {
  name: string;
  sent: number;
  size: number;
  onCancel: () => void;
}

export function UploadProgress({ name, sent, size, onCancel }: UploadProgressProps) {
  return (
    <div className={styles.progress}>
      <div className={styles.progressHead}>
        <b>Uploading {name}</b>
        <span>
          {formatBytes(sent)} of {formatBytes(size)}
        </span>
      </div>
      <ProgressBar label="Upload" value={size === 0 ? 1 : sent / size} />
      <div>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}

export function RunProgress({ report, onCancel }: { report: ImportReport; onCancel: () => void }) {
  const { messages } = report.counts;
  return (
    <div className={styles.progress}>
      <div className={styles.progressHead}>
        <b>{phases[report.phase]}</b>
        <span>{messages.imported > 0 && `${messages.imported.toLocaleString()} messages`}</span>
      </div>
      <ProgressBar label={phases[report.phase]} value={report.total > 0 ? report.done / report.total : null} />
      <p className={styles.quiet}>You can leave this page. The import goes on.</p>
      <div>
        <Button onClick={onCancel}>Stop the import</Button>
      </div>
    </div>
  );
}
