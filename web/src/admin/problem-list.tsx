import type { ImportCounts, ImportProblem } from '../../../shared/protocol/imports.ts';
import { formatLocale } from '../i18n/format-locale.ts';
import styles from './import-page.module.css';
import { adminText } from './text.ts';

interface ProblemListProps {
  problems: readonly ImportProblem[];
  counts: ImportCounts['problems'];
}

/** What an import could not take as it was, by name. */
export function ProblemList({ problems, counts }: ProblemListProps) {
  const t = adminText().importer;
  const total = counts.lost + counts.changed + counts.note;
  if (total === 0) return <p className={styles.quiet}>{t.noProblems}</p>;
  return (
    <section className={styles.problems} aria-label={t.problems}>
      {(['lost', 'changed', 'note'] as const).map((severity) => {
        const list = problems.filter((problem) => problem.severity === severity);
        if (counts[severity] === 0) return null;
        return (
          <details key={severity} open={severity === 'lost'}>
            <summary className={styles.summary}>
              {t.severities[severity]}{' '}
              <span className={styles.of}>{counts[severity].toLocaleString(formatLocale())}</span>
            </summary>
            <ul>
              {list.map((problem, index) => (
                <li key={index} className={styles.problem}>
                  <span className={styles.where}>
                    {problem.where}
                    {problem.ts && ` · ${problem.ts}`}
                  </span>
                  {problem.detail}
                </li>
              ))}
            </ul>
            {list.length < counts[severity] && (
              <p className={styles.quiet}>{t.moreInReport(counts[severity] - list.length)}</p>
            )}
          </details>
        );
      })}
    </section>
  );
}
