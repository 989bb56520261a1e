import { useEffect, useRef } from 'react';
import type { RunnableId } from './commands.ts';

/** What a command does. `false`: nothing, and the keys are anybody else's. */
type Handler = () => void | boolean;

/** What is on the page says what it can do; of several the one that came last is asked. */
const handlers = new Map<RunnableId, Handler[]>();

/** Says what a command does while this component is on the page. Null: nothing now. */
export function useCommand(id: RunnableId, handler: Handler | null): void {
  const latest = useRef(handler);
  latest.current = handler;
  const isThere = handler !== null;
  useEffect(() => {
    if (!isThere) return;
    const handle = () => latest.current?.() ?? true;
    const others = () => (handlers.get(id) ?? []).filter((other) => other !== handle);
    handlers.set(id, [...others(), handle]);
    return () => void handlers.set(id, others());
  }, [id, isThere]);
}

/** Whether somebody took it. */
export function runCommand(id: RunnableId): boolean {
  return canRun(id) && handlers.get(id)?.at(-1)?.() !== false;
}

export function canRun(id: RunnableId): boolean {
  return (handlers.get(id)?.length ?? 0) > 0;
}
