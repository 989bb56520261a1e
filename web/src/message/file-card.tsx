import FileIcon from 'lucide-react/icons/file';
import FileCode from 'lucide-react/icons/file-code';
import FileText from 'lucide-react/icons/file-text';
import FileX from 'lucide-react/icons/file-x';
import ImageIcon from 'lucide-react/icons/image';
import Music from 'lucide-react/icons/music';
import Video from 'lucide-react/icons/video';
import type { FileMetadata } from '../../../shared/message.ts';
import { cx } from '../design/cx.ts';
import { readFile } from './file.ts';
import styles from './file-card.module.css';

const icons = { image: ImageIcon, video: Video, audio: Music, code: FileCode, text: FileText, other: FileIcon };

/** What is known of a file that came with a message. */
export default function FileCard({ file }: { file: FileMetadata }) {
  const facts = readFile(file);
  const Icon = facts.isGone ? FileX : icons[facts.kind];
  return (
    <div className={cx(styles.card, facts.isGone && styles.gone)}>
      <span className={styles.icon}>
        <Icon size={20} />
      </span>
      <span className={styles.text}>
        <span className={styles.name}>{facts.name}</span>
        {facts.detail && <span className={styles.detail}>{facts.detail}</span>}
      </span>
    </div>
  );
}
