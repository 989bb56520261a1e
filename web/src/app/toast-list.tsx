import X from 'lucide-react/icons/x';
import { useEffect } from 'react';
import { appText } from './text.ts';
import styles from './toast-list.module.css';
import { dismiss, type Toast, toasts } from './toasts.ts';
import { useStore } from './use-store.ts';

/** What the person is being told. */
export default function ToastList() {
  const list = useStore(toasts);
  return (
    <div className={styles.region} role="status" aria-live="polite">
      {list.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const { id, isError, actions } = toast;
  const stays = actions.length > 0;
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => dismiss(id), isError ? 9000 : 3500);
    return () => clearTimeout(timer);
  }, [id, isError, stays]);
  return (
    <div className={styles.toast} data-error={isError || undefined}>
      <span className={styles.text}>{toast.text}</span>
      {actions.map(({ label, act }) => (
        <button
          key={label}
          type="button"
          className={styles.action}
          onClick={() => {
            dismiss(id);
            act();
          }}
        >
          {label}
        </button>
      ))}
      <button type="button" className={styles.close} aria-label={appText().dismiss} onClick={() => dismiss(id)}>
        <X size={15} />
      </button>
    </div>
  );
}
