import { useEffect } from 'react';
import type { Workspace } from '../../../client/workspace.ts';
import { createActivityTracker } from './activity-tracker.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus'] as const;

const clock = {
  now: () => Date.now(),
  after(delay: number, callback: () => void) {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
};

/** Tells the session whether the person is at this device. */
export function useActivity({ setActive }: Workspace): void {
  useEffect(() => {
    setActive(true);
    const tracker = createActivityTracker(setActive, clock);
    const look = () => document.visibilityState === 'visible' && tracker.sign();
    for (const sign of signs) window.addEventListener(sign, tracker.sign, { passive: true, capture: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      tracker.stop();
      for (const sign of signs) window.removeEventListener(sign, tracker.sign, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }, [setActive]);
}
