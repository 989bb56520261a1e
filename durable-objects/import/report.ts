import type { ImportCounts, ImportedChannel, ImportReport } from '../../shared/protocol/imports.ts';
import type { ImportChannelRow } from './channel-row.ts';
import type { Reported, ReportPage } from './import-rpc.ts';
import { getJobRow, type JobRow } from './job-row.ts';
import { listParts, partCount } from './parts.ts';
import { countProblems, listProblems } from './problems.ts';

/** How the import stands. */
export function reportOf(sql: SqlStorage, page: ReportPage): Reported {
  const row = getJobRow(sql);
  const { id, name, size, status, phase, created, finished, error } = row;
  const { problems, next } = page.lists ? listProblems(sql, page.after, page.limit) : { problems: [], next: null };
  const report: ImportReport = {
    id,
    name,
    size,
    status,
    created,
    finished,
    error,
    error_detail: row.error_detail,
    phase,
    ...progressOf(sql, row),
    part_size: row.part_size,
    parts: listParts(sql).map(({ partNumber }) => partNumber),
    counts: countAll(sql),
    ...(page.lists ? { channels: listChannels(sql), problems } : {}),
  };
  return { import: report, next };
}

function progressOf(sql: SqlStorage, row: JobRow): { done: number; total: number } {
  switch (row.phase) {
    case 'upload':
      return { done: listParts(sql).length, total: partCount(row) };
    case 'people':
      return sql
        .exec<{ done: number; total: number }>('SELECT coalesce(sum(done), 0) AS done, count(*) AS total FROM users')
        .one();
    case 'channels':
      return sql
        .exec<{ done: number; total: number }>(
          'SELECT coalesce(sum(next_day), 0) AS done, coalesce(sum(day_count), 0) AS total FROM channels',
        )
        .one();
    default:
      return { done: 0, total: 0 };
  }
}

export function countAll(sql: SqlStorage): ImportCounts {
  return {
    people: sql
      .exec<ImportCounts['people']>(
        `SELECT count(*) FILTER (WHERE outcome IS NOT 'placeholder') AS expected,
           count(*) FILTER (WHERE outcome = 'created') AS created,
           count(*) FILTER (WHERE outcome = 'matched') AS matched,
           count(*) FILTER (WHERE outcome = 'present') AS present,
           count(*) FILTER (WHERE outcome = 'placeholder') AS placeholders
         FROM users`,
      )
      .one(),
    channels: sql
      .exec<ImportCounts['channels']>(
        `SELECT count(*) AS expected,
           count(*) FILTER (WHERE target IS NOT NULL AND is_new = 1 AND state NOT IN ('planned', 'placed')) AS created,
           count(*) FILTER (WHERE target IS NOT NULL AND is_new = 0) AS present
         FROM channels`,
      )
      .one(),
    messages: sql
      .exec<ImportCounts['messages']>(
        `SELECT coalesce(sum(expected), 0) AS expected, coalesce(sum(imported), 0) AS imported,
           coalesce(sum(present), 0) AS present, coalesce(sum(lost), 0) AS lost,
           coalesce(sum(repeated), 0) AS repeated
         FROM channels`,
      )
      .one(),
    problems: countProblems(sql),
  };
}

function listChannels(sql: SqlStorage): ImportedChannel[] {
  return sql
    .exec<ImportChannelRow>('SELECT * FROM channels ORDER BY position')
    .toArray()
    .map(({ id, target, name, kind, state, expected, imported, present, lost, repeated }) => ({
      id: target ?? id,
      name,
      kind,
      done: state === 'done',
      expected,
      imported,
      present,
      lost,
      repeated,
    }));
}
