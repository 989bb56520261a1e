import type { ImportCounts, ImportProblem } from '../../../shared/protocol/imports.ts';
import styles from './import-page.module.css';

const severities = {
  lost: 'Not imported',
  changed: 'Imported with a change',
  note: 'Worth knowing',
} as const;

interface ProblemListProps {
  problems: readonly ImportProblem[];
  counts: ImportCounts['problems'];
}

/** What an import could not take as it was, by name. */
export function ProblemList({ problems, counts }: ProblemListProps) {
  const total = counts.lost + counts.changed + counts.note;
  if (total === 0) return <p className={styles.quiet}>Everything in the file was imported as it was.</p>;
  return (
    <section className={styles.problems} aria-label="Problems">
      {(['lost', 'changed', 'note'] as const).map((severity) => {
        const list = problems.filter((problem) => problem.severity === severity);
        if (counts[severity] === 0) return null;
        return (
          <details key={severity} open={severity === 'lost'}>
            <summary className={styles.summary}>
              {severities[severity]} <span className={styles.of}>{counts[severity].toLocaleString()}</span>
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
              <p className={styles.quiet}>
                {(counts[severity] - list.length).toLocaleString()} more are in the import’s full report.
              </p>
            )}
          </details>
        );
      })}
    </section>
  );
}
