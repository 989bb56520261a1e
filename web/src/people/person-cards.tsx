import { lazy, Suspense, useEffect, useRef, useState } from 'react';

const PersonCard = lazy(() => import('./person-card.tsx'));

/** Milliseconds that the pointer rests on somebody before their card shows, and for which it may be on its way to it. */
const showAfter = 450;
const hideAfter = 220;

interface ShownCard {
  id: string;
  anchor: HTMLElement;
  /** Opened by a press: it has the focus and stays until it is closed. */
  isHeld: boolean;
}

/**
 * The profile cards of the page: an element with `data-person` shows that person's when the pointer rests on it or it is
 * pressed. One listener for all of them, as for tooltips.
 */
export function PersonCards() {
  const [card, setCard] = useState<ShownCard | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const current = useRef(card);
  current.current = card;

  useEffect(() => {
    const later = (act: () => void, delay: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(act, delay);
    };
    const personAt = (event: Event) =>
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-person]') : null;
    const over = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || current.current?.isHeld) return;
      const anchor = personAt(event);
      const id = anchor?.dataset.person;
      const isOnCard = event.target instanceof Element && event.target.closest('[data-person-card]') !== null;
      if (isOnCard || (anchor && anchor === current.current?.anchor)) clearTimeout(timer.current);
      else if (anchor && id && !event.buttons) later(() => setCard({ id, anchor, isHeld: false }), showAfter);
      else if (current.current) later(() => setCard(null), hideAfter);
      else clearTimeout(timer.current);
    };
    const click = (event: MouseEvent) => {
      const anchor = personAt(event);
      const id = anchor?.dataset.person;
      if (!anchor || !id || event.altKey) return;
      clearTimeout(timer.current);
      setCard({ id, anchor, isHeld: true });
    };
    const scroll = () => {
      clearTimeout(timer.current);
      if (current.current && !current.current.isHeld) setCard(null);
    };
    document.addEventListener('pointerover', over);
    document.addEventListener('click', click);
    document.addEventListener('scroll', scroll, true);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('pointerover', over);
      document.removeEventListener('click', click);
      document.removeEventListener('scroll', scroll, true);
    };
  }, []);

  if (!card) return null;
  return (
    <Suspense>
      <PersonCard
        key={card.id}
        id={card.id}
        anchor={card.anchor}
        isHeld={card.isHeld}
        onClose={() => setCard((shown) => (shown === card ? null : shown))}
      />
    </Suspense>
  );
}
