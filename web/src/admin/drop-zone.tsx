import FileArchive from 'lucide-react/icons/file-archive';
import { type DragEvent, useId, useState } from 'react';
import styles from './drop-zone.module.css';
import { adminText } from './text.ts';

/** Takes one zip file, dropped or chosen. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const t = adminText().importer;
  const id = useId();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <label
      className={styles.zone}
      htmlFor={id}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileArchive size={28} aria-hidden="true" className={styles.icon} />
      <span className={styles.title}>{t.chooseFile}</span>
      <span className={styles.text}>{t.orDrop}</span>
      <input
        id={id}
        className={styles.input}
        type="file"
        accept=".zip,application/zip"
        aria-label={t.file}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
    </label>
  );
}
