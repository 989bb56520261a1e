import { type RefObject, useEffect } from 'react';
import { useWorkspace } from '../app/workspace-context.ts';
import { refused } from '../message/say.ts';

/** Lets rows and sections be dragged with a mouse. What does it is loaded when a mouse is over the list. */
export function useDragging(list: RefObject<HTMLElement | null>): void {
  const { session, sections } = useWorkspace();
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    let stop: (() => void) | null = null;
    let isGone = false;
    const begin = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      element.removeEventListener('pointerenter', begin);
      void import('./drag.ts').then(({ attachDragging }) => {
        if (isGone) return;
        stop = attachDragging(element, {
          getState: session.get,
          place: (channel, { section, before }) => void sections.place(channel, section, before).catch(refused()),
          order: (ids) => void sections.order(ids).catch(refused()),
        });
      });
    };
    element.addEventListener('pointerenter', begin);
    return () => {
      isGone = true;
      element.removeEventListener('pointerenter', begin);
      stop?.();
    };
  }, [list, session, sections]);
}
