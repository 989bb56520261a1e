import styles from './spinner.module.css';

/** Work of unknown length. Silent to screen readers: what is busy says so itself. */
export function Spinner({ size = 16 }: { size?: number }) {
  return <span className={styles.spinner} style={{ width: size, height: size }} aria-hidden="true" />;
}
