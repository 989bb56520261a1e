import type { DayFile } from './plan.ts';
import type { ZipEntry } from './zip.ts';

/** The files at the top of an export that say what is in it. All but the first two exist only where there is such a thing. */
export const listFiles = ['channels.json', 'users.json', 'groups.json', 'dms.json', 'mpims.json'] as const;
export type ListFile = (typeof listFiles)[number];

export interface Layout {
  lists: Partial<Record<ListFile, ZipEntry>>;
  /** Day files by folder, in the order of their dates. Folder names in Unicode's composed form. */
  folders: Map<string, DayFile[]>;
  /** JSON files that are neither. */
  others: ZipEntry[];
}

const dayPattern = /^(\d{4}-\d{2}-\d{2})\.json$/;

/**
 * Sorts an archive's files. People unpack an export and pack it again, so everything may lie in one folder more than
 * Slack puts it: the export begins where the topmost list file is.
 */
export function readLayout(entries: readonly ZipEntry[]): Layout {
  const base = findBase(entries);
  const layout: Layout = { lists: {}, folders: new Map(), others: [] };
  for (const entry of entries) {
    const path = entry.name.startsWith(base) ? entry.name.slice(base.length).split('/') : [];
    const [first, second] = path;
    const list = path.length === 1 ? listFiles.find((file) => file === first) : undefined;
    const date = path.length === 2 ? dayPattern.exec(second ?? '')?.[1] : undefined;
    if (list) layout.lists[list] = entry;
    else if (date && first) addDay(layout.folders, first.normalize('NFC'), date, entry);
    else layout.others.push(entry);
  }
  for (const days of layout.folders.values()) days.sort((a, b) => (a.date < b.date ? -1 : 1));
  return layout;
}

function findBase(entries: readonly ZipEntry[]): string {
  let base: string[] | null = null;
  for (const { name } of entries) {
    const path = name.split('/');
    const file = path.pop();
    if (listFiles.some((list) => list === file) && (base === null || path.length < base.length)) base = path;
  }
  return (base ?? []).map((folder) => `${folder}/`).join('');
}

function addDay(folders: Layout['folders'], folder: string, date: string, entry: ZipEntry): void {
  const days = folders.get(folder);
  if (days) days.push({ date, entry });
  else folders.set(folder, [{ date, entry }]);
}
