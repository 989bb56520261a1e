import X from 'lucide-react/icons/x';
import { useEffect } from 'react';
import { createStore } from '../../../client/store.ts';
import styles from './toasts.module.css';
import { useStore } from './use-store.ts';

interface Toast {
  id: number;
  text: string;
  isError: boolean;
}

const toasts = createStore<readonly Toast[]>([]);
let count = 0;

/** Tells the person something that needs no answer. */
export function tell(text: string, options: { isError?: boolean } = {}): void {
  const toast = { id: ++count, text, isError: options.isError ?? false };
  toasts.update((list) => [...list.filter((other) => other.text !== text), toast].slice(-3));
}

function dismiss(id: number): void {
  toasts.update((list) => list.filter((toast) => toast.id !== id));
}

export function Toasts() {
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
  const { id, isError } = toast;
  useEffect(() => {
    const timer = setTimeout(() => dismiss(id), isError ? 9000 : 3500);
    return () => clearTimeout(timer);
  }, [id, isError]);
  return (
    <div className={styles.toast} data-error={isError || undefined}>
      <span>{toast.text}</span>
      <button type="button" className={styles.close} aria-label="Dismiss" onClick={() => dismiss(id)}>
        <X size={15} />
      </button>
    </div>
  );
}
