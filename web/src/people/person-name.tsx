import { usePersonName } from './people-context.tsx';

/** A person's name as text. */
export function PersonName({ id, fallback }: { id: string; fallback?: string }) {
  return <>{usePersonName(id, fallback)}</>;
}
