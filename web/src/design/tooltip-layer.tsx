import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { keysOfName } from '../palette/find-command.ts';
import { placeTip, type TipPlace } from './tooltip-place.ts';
import styles from './tooltip-layer.module.css';

interface Tip extends TipPlace {
  text: string;
  keys: string | undefined;
}

/** Milliseconds that the pointer rests before a tip shows; the next ones follow at once. */
const delay = 350;

/**
 * Every tooltip of the page: an element with `data-tip` (and `data-tip-keys`, or the command that it runs) has one. One listener for all of them,
 * because a list of messages would otherwise carry hundreds. The tip repeats what the element's own name says, so it is
 * hidden from screen readers.
 */
export default function TooltipLayer() {
  const [tip, setTip] = useState<Tip | null>(null);
  const owner = useRef<Element | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (target: Element) => {
      const text = target.getAttribute('data-tip');
      if (!text || !target.isConnected) return;
      const size = { width: window.innerWidth, height: window.innerHeight };
      const side = target.closest('[data-tip-side]')?.getAttribute('data-tip-side') === 'below' ? 'below' : 'above';
      const place = placeTip(target.getBoundingClientRect(), size, side);
      setTip({ text, keys: keysOn(target), ...place });
    };
    const enter = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest('[data-tip]') : null;
      if (target === owner.current) return;
      clearTimeout(timer);
      const wasShown = owner.current !== null;
      owner.current = target;
      setTip(null);
      if (!target) return;
      const isFocus = event.type === 'focusin';
      // On a phone the focus is set by what opens, and nobody looks for what it is on.
      if (isFocus && (!target.matches(':focus-visible') || matchMedia('(hover: none)').matches)) return;
      timer = setTimeout(() => show(target), wasShown || isFocus ? 60 : delay);
    };
    const hide = () => {
      clearTimeout(timer);
      setTip(null);
    };
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && hide();
    const finger = (event: PointerEvent) => event.pointerType === 'mouse' && enter(event);
    document.addEventListener('pointerover', finger);
    document.addEventListener('focusin', enter);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('keydown', escape);
    document.addEventListener('scroll', hide, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', finger);
      document.removeEventListener('focusin', enter);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('keydown', escape);
      document.removeEventListener('scroll', hide, true);
    };
  }, []);

  if (!tip) return null;
  // Popovers are beside the app's root, and a tip has to be over them.
  return createPortal(
    <div className={styles.tip} aria-hidden="true" data-side={tip.side} style={{ left: tip.left, top: tip.top }}>
      {tip.text}
      {tip.keys && <span className={styles.keys}>{tip.keys}</span>}
    </div>,
    document.body,
  );
}

function keysOn(target: Element): string | undefined {
  const command = target.getAttribute('data-tip-command');
  return target.getAttribute('data-tip-keys') ?? (command === null ? undefined : keysOfName(command));
}
