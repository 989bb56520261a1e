import { Spinner } from '../design/spinner.tsx';
import styles from './page-loading.module.css';
import { appText } from './text.ts';

/** A page whose content is on its way. Shows itself only when that takes a while. */
export function PageLoading() {
  return (
    <div className={styles.loading} role="status" aria-label={appText().loading}>
      <Spinner size={24} />
    </div>
  );
}
