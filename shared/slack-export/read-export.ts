import type { ChannelKind } from '../channel.ts';
import { parseJsonFile } from './json-file.ts';
import { listFiles, readLayout, type Layout, type ListFile } from './layout.ts';
import { planChannels } from './plan-channels.ts';
import { assignFolders } from './plan-folders.ts';
import { planUsers } from './plan-users.ts';
import type { DayFile, ExportPlan, PlannedChannel } from './plan.ts';
import type { Problem } from './problems.ts';
import type { RandomAccess } from './random-access.ts';
import { readDay, type DayContext, type DayResult } from './read-day.ts';
import { readZipEntry } from './zip-entry.ts';
import { defaultZipLimits, type ZipLimits } from './zip-limits.ts';
import { refuse, type ArchiveError, type Refusal } from './zip-refusal.ts';
import { listZip, type ZipEntry, type ZipListing } from './zip.ts';

type Lists = Partial<Record<ListFile, { where: string; entries: unknown[] }>>;

/** The more private ones first: see `assignFolders`. */
const channelLists = [
  ['dms.json', 'im'],
  ['mpims.json', 'mpim'],
  ['groups.json', 'private'],
  ['channels.json', 'public'],
] as const satisfies (readonly [ListFile, ChannelKind])[];

/**
 * Reads what an export holds, today's format or the old one, except for its messages. Throws only what `source` throws.
 * Reads some megabytes at most (see `ZipLimits`); the plan is plain data, and `readDayFile` needs nothing else.
 */
export async function readPlan(
  source: RandomAccess,
  limits: ZipLimits = defaultZipLimits,
): Promise<{ ok: true; plan: ExportPlan } | Refusal<ArchiveError>> {
  const listing = await listZip(source, limits);
  if (!listing.ok) return listing;
  const layout = readLayout(listing.entries);
  if (Object.keys(layout.lists).length === 0) return refuse('not_an_export', null, notAnExport(listing));

  const problems = [...problemsOfArchive(listing, layout)];
  const lists: Lists = {};
  for (const file of listFiles) {
    const entry = layout.lists[file];
    if (!entry) continue;
    const list = await readList(source, entry, problems);
    if (!list.ok) return list;
    lists[file] = { where: entry.name, entries: list.entries };
  }
  const people = lists['users.json'];
  const users = people ? planUsers(people.where, people.entries, problems) : [];
  const channels = planAllChannels(lists, layout, problems);
  return { ok: true, plan: { users, channels, problems } };
}

/** The messages of one day file, or why the archive is not to be read on. Throws only what `source` throws. */
export async function readDayFile(
  source: RandomAccess,
  day: DayFile,
  context: Omit<DayContext, 'where'>,
): Promise<({ ok: true } & DayResult) | Refusal<'zip_bomb'>> {
  const problems: Problem[] = [];
  const file = await readJson(source, day.entry, problems);
  if (!file.ok) return file;
  const result = readDay(file.json === undefined ? [] : file.json, { ...context, where: day.entry.name });
  return { ok: true, ...result, problems: [...problems, ...result.problems] };
}

async function readList(
  source: RandomAccess,
  entry: ZipEntry,
  problems: Problem[],
): Promise<{ ok: true; entries: unknown[] } | Refusal<'zip_bomb'>> {
  const file = await readJson(source, entry, problems);
  if (!file.ok) return file;
  if (Array.isArray(file.json)) return { ok: true, entries: file.json };
  if (file.json !== undefined)
    problems.push({ code: 'not_a_list', where: entry.name, detail: 'The file is not a list.' });
  return { ok: true, entries: [] };
}

/** `json` is undefined, and the reason among the problems, when the file cannot be read. */
async function readJson(
  source: RandomAccess,
  entry: ZipEntry,
  problems: Problem[],
): Promise<{ ok: true; json: unknown } | Refusal<'zip_bomb'>> {
  const read = await readZipEntry(source, entry);
  if (read.ok) {
    const file = parseJsonFile(entry.name, read.bytes);
    problems.push(...file.problems);
    return { ok: true, json: file.json };
  }
  if (read.error === 'zip_bomb') return refuse('zip_bomb', read.entry, read.detail);
  problems.push({ code: read.error, where: entry.name, detail: read.detail });
  return { ok: true, json: undefined };
}

function planAllChannels(lists: Lists, layout: Layout, problems: Problem[]): PlannedChannel[] {
  const known = new Set<string>();
  const channels = channelLists.flatMap(([file, kind]) => {
    const list = lists[file];
    return list ? planChannels(list.where, kind, list.entries, known, problems) : [];
  });
  return [...channels, ...assignFolders(channels, layout.folders, problems)];
}

function* problemsOfArchive(listing: ZipListing, layout: Layout): Generator<Problem> {
  for (const { error, entry, detail } of listing.refused) yield { code: error, where: entry ?? '', detail };
  for (const file of ['users.json', 'channels.json'] as const) {
    if (!layout.lists[file]) yield { code: 'missing_file', where: file, detail: `The export has no ${file}.` };
  }
  for (const { name } of layout.others) {
    yield { code: 'file_not_imported', where: name, detail: 'This file is not part of what is imported.' };
  }
  if (listing.otherFiles > 0) {
    yield { code: 'file_not_imported', where: '', detail: `${listing.otherFiles} files are not JSON.` };
  }
}

function notAnExport({ refused }: ZipListing): string {
  const [first] = refused;
  const reason = first ? ` ${refused.length} files could not be read, ${first.entry} among them: ${first.detail}` : '';
  return `The archive has neither channels.json nor users.json.${reason}`;
}
