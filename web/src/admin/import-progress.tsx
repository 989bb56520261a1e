import type { ImportReport } from '../../../shared/protocol/imports.ts';
import { Button } from '../design/button.tsx';
import { ProgressBar } from '../design/progress-bar.tsx';
import { formatBytes } from '../message/file.ts';
import styles from './import-page.module.css';
import { adminText } from './text.ts';

interface UploadProgressProps {
  name: string;
  sent: number;
  size: number;
  onCancel: () => void;
}

export function UploadProgress({ name, sent, size, onCancel }: UploadProgressProps) {
  const t = adminText();
  return (
    <div className={styles.progress}>
      <div className={styles.progressHead}>
        <b>{t.importer.uploading(name)}</b>
        <span>{t.importer.sizeOf(formatBytes(sent), formatBytes(size))}</span>
      </div>
      <ProgressBar label={t.importer.upload} value={size === 0 ? 1 : sent / size} />
      <div>
        <Button onClick={onCancel}>{t.cancel}</Button>
      </div>
    </div>
  );
}

export function RunProgress({ report, onCancel }: { report: ImportReport; onCancel: () => void }) {
  const t = adminText().importer;
  const { messages } = report.counts;
  return (
    <div className={styles.progress}>
      <div className={styles.progressHead}>
        <b>{t.phases[report.phase]}</b>
        <span>{messages.imported > 0 && t.messageCount(messages.imported)}</span>
      </div>
      <ProgressBar label={t.phases[report.phase]} value={report.total > 0 ? report.done / report.total : null} />
      <p className={styles.quiet}>{t.goesOn}</p>
      <div>
        <Button onClick={onCancel}>{t.stop}</Button>
      </div>
    </div>
  );
}
