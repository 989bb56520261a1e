import { type RefObject, useEffect, useRef } from 'react';

/** What flits by while one scrolls was not read. Milliseconds. */
const reading = 600;

/** Calls when the element was before somebody's eyes for a moment; again for each other `what`. Null: there is nothing to see yet. */
export function useSeen(onSeen: () => void, what: string | null): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(onSeen);
  latest.current = onSeen;
  useEffect(() => {
    if (what === null || !element.current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isInView = false;
    const look = () => {
      clearTimeout(timer);
      if (isInView && document.visibilityState === 'visible' && document.hasFocus())
        timer = setTimeout(() => latest.current(), reading);
    };
    const observer = new IntersectionObserver(([entry]) => {
      isInView = entry?.isIntersecting ?? false;
      look();
    });
    observer.observe(element.current);
    window.addEventListener('focus', look);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      window.removeEventListener('focus', look);
    };
  }, [what]);
  return element;
}
