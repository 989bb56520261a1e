import styles from './sidebar.module.css';

const widths = [62, 48, 80, 55, 70, 44];

/** What stands in the place of the sections until they are known. */
export function SidebarSkeleton() {
  return (
    <div className={styles.bones} aria-hidden="true">
      {widths.map((width) => (
        <div key={width} className={styles.bone}>
          <span style={{ width: `${width}%` }} />
        </div>
      ))}
    </div>
  );
}
