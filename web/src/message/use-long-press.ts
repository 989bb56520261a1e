import { type PointerEvent, useMemo, useRef } from 'react';

/** Milliseconds for which a finger rests. */
const delay = 450;
/** A finger trembles; further than this it scrolls. Pixels. */
const slack = 10;

/** For touch: calls when a finger rests on the element. Mice have another button for it. */
export function useLongPress(onLongPress: (element: HTMLElement) => void) {
  const latest = useRef(onLongPress);
  latest.current = onLongPress;
  return useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let from = { x: 0, y: 0 };
    const cancel = () => clearTimeout(timer);
    return {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        cancel();
        if (event.pointerType === 'mouse' || !event.isPrimary) return;
        const element = event.currentTarget;
        from = { x: event.clientX, y: event.clientY };
        timer = setTimeout(() => {
          navigator.vibrate?.(10);
          // Or else the finger, when it leaves, would press what has opened under it.
          element.addEventListener('touchend', (end) => end.preventDefault(), { once: true });
          latest.current(element);
        }, delay);
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > slack) cancel();
      },
      onPointerUp: cancel,
      onPointerCancel: cancel,
    };
  }, []);
}
