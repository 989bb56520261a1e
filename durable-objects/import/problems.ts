import { problemCodes, type Problem } from '../../shared/slack-export/problems.ts';
import type { ImportProblem } from '../../shared/protocol/imports.ts';

/** What goes otherwise than in the export for reasons of this workspace, beside what the export's reader finds. */
const ownCodes = {
  // People
  email_taken: 'changed',
  bad_email: 'changed',
  guest: 'changed',
  role_not_given: 'note',
  renamed_user: 'changed',
  // Channels
  renamed_channel: 'changed',
  id_taken: 'lost',
  more_open_here: 'lost',
  nobody_left: 'changed',
  pin_without_message: 'lost',
  cut_short: 'changed',
  step_failed: 'lost',
} as const satisfies Record<string, ImportProblem['severity']>;

type OwnCode = keyof typeof ownCodes;
const severities = { ...problemCodes, ...ownCodes };

export type NamedProblem = Omit<Problem, 'code'> & { code: Problem['code'] | OwnCode };

/** A row each; past these, problems are counted only. */
const maxKept = 20_000;

export function addProblems(sql: SqlStorage, problems: Iterable<NamedProblem>): void {
  let room = maxKept - sql.exec<{ count: number }>('SELECT count(*) AS count FROM problems').one().count;
  let unnamed = 0;
  for (const { code, where, ts, detail } of problems) {
    if (room-- <= 0) unnamed += 1;
    else
      sql.exec(
        'INSERT INTO problems (code, place, ts, detail) VALUES (?, ?, ?, ?)',
        code,
        where.slice(0, 1000),
        ts ?? null,
        detail.slice(0, 1000),
      );
  }
  if (unnamed > 0) sql.exec('UPDATE job SET unnamed = unnamed + ?', unnamed);
}

type ProblemRow = { id: number; code: keyof typeof severities; place: string; ts: string | null; detail: string };

export function listProblems(
  sql: SqlStorage,
  after: number,
  limit: number,
): { problems: ImportProblem[]; next: number | null } {
  const rows = sql
    .exec<ProblemRow>('SELECT * FROM problems WHERE id > ? ORDER BY id LIMIT ?', after, limit + 1)
    .toArray();
  const page = rows.slice(0, limit);
  const problems = page.map(({ code, place, ts, detail }) => ({
    code,
    severity: severities[code],
    where: place,
    ...(ts === null ? {} : { ts }),
    detail,
  }));
  return { problems, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

export function countProblems(sql: SqlStorage): Record<ImportProblem['severity'], number> {
  const counts = { lost: 0, changed: 0, note: 0 };
  const rows = sql.exec<{ code: keyof typeof severities; count: number }>(
    'SELECT code, count(*) AS count FROM problems GROUP BY code',
  );
  for (const { code, count } of rows) counts[severities[code]] += count;
  counts.lost += sql.exec<{ unnamed: number }>('SELECT unnamed FROM job').one().unnamed;
  return counts;
}
