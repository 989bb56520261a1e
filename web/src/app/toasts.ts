import { createStore } from '../../../client/store.ts';

interface ToastAction {
  label: string;
  act: () => void;
}

export interface Toast {
  id: number;
  text: string;
  isError: boolean;
  actions: readonly ToastAction[];
}

/** More would hide what they are about. */
const atOnce = 2;

export const toasts = createStore<readonly Toast[]>([]);
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

export function dismiss(id: number): void {
  toasts.update((list) => list.filter((toast) => toast.id !== id));
}
