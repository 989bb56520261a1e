import { appText } from './text.ts';
import { tell } from './toasts.ts';

/** Between looks for a newer version while the page is open. Milliseconds. */
const lookEvery = 60 * 60_000;

/** Registers what opens the app without a network, once the page has come to rest, and says when a newer version is ready. */
export function startServiceWorker(): void {
  // Missing on a plain http origin other than localhost.
  if (!('serviceWorker' in navigator)) return;
  const start = () => void register().catch(() => undefined);
  if (document.readyState === 'complete') start();
  else window.addEventListener('load', start, { once: true });
}

async function register(): Promise<void> {
  const registration = await navigator.serviceWorker.register('/sw.js');
  if (registration.waiting) offer();
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      // The first one there ever was is no newer version.
      if (installing.state === 'installed' && navigator.serviceWorker.controller) offer();
    });
  });
  setInterval(() => void registration.update().catch(() => undefined), lookEvery);
}

function offer(): void {
  const t = appText();
  tell(t.newVersion, { actions: [{ label: t.reload, act: () => void reloadFresh() }] });
}

/** Loads the page again in the newest version that there is: one that waits takes the place of the one that runs. */
export async function reloadFresh(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    await registration?.update();
    if (registration?.waiting) {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      registration.waiting.postMessage({ type: 'take-over' });
      return;
    }
    // Where none waits, what is kept may be what is too old.
    await registration?.unregister();
  } catch {
    // Without the network there is no newer version.
  }
  location.reload();
}
