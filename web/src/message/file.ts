import type { FileMetadata } from '../../../shared/message.ts';
import { messageActionsText } from './actions-text.ts';

/** What is said of a file that is not there to be opened. */
interface FileFacts {
  name: string;
  /** Such as `PNG · 1.2 MB`; empty when nothing is known. */
  detail: string;
  kind: 'image' | 'video' | 'audio' | 'code' | 'text' | 'other';
  isGone: boolean;
}

const codeTypes =
  /^(?:javascript|typescript|python|go|java|c|cpp|csharp|css|html|json|markdown|r|ruby|rust|shell|sql|xml|yaml)$/;

export function readFile(file: FileMetadata): FileFacts {
  const t = messageActionsText();
  const isGone = file.mode === 'tombstone' || file.mode === 'hidden_by_limit';
  const mime = readText(file.mimetype);
  const type = readText(file.pretty_type) || readText(file.filetype).toUpperCase();
  const size = typeof file.size === 'number' && file.size > 0 ? formatBytes(file.size) : '';
  return {
    name: readText(file.title) || file.name || (isGone ? t.deletedFile : t.untitledFile),
    detail: isGone ? t.fileWasDeleted : [type, size].filter(Boolean).join(' · '),
    kind: kindOf(mime, readText(file.filetype)),
    isGone,
  };
}

/** Bytes in the largest unit of which there is at least one. */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1000)), units.length - 1);
  const value = bytes / 1000 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[power] ?? ''}`;
}

function kindOf(mime: string, type: string): FileFacts['kind'] {
  const [major] = mime.split('/');
  if (major === 'image' || major === 'video' || major === 'audio') return major;
  if (codeTypes.test(type)) return 'code';
  return major === 'text' || type === 'pdf' || type === 'post' ? 'text' : 'other';
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
