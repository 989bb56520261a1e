import X from 'lucide-react/icons/x';
import { useEffect } from 'react';
import { createStore } from '../../../client/store.ts';
import { appText } from './text.ts';
import styles from './toasts.module.css';
import { useStore } from './use-store.ts';

interface ToastAction {
  label: string;
  act: () => void;
}

interface Toast {
  id: number;
  text: string;
  isError: boolean;
  actions: readonly ToastAction[];
}

/** More would hide what they are about. */
const atOnce = 2;

const toasts = createStore<readonly Toast[]>([]);
let count = 0;

interface ToastOptions {
  isError?: boolean;
  /** What can be done about it. Such a toast stays until it is answered or dismissed. */
  actions?: readonly ToastAction[];
}

/** Tells the person something that needs no answer. */
export function tell(text: string, { isError = false, actions = [] }: ToastOptions = {}): void {
  const toast = { id: ++count, text, isError, actions };
  toasts.update((list) => [...list.filter((other) => other.text !== text), toast].slice(-atOnce));
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
