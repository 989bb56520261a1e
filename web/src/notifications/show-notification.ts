import { navigate } from '../app/navigation.ts';
import { type Route, parseRoute, pathOf } from '../app/route.ts';
import { isSoundOn, playSound } from './sound.ts';

interface Shown {
  title: string;
  body: string;
  /** The same for the same message: of several tabs that show it the last one counts. */
  tag: string;
  /** Where a click leads. */
  route: Route;
}

/** Shows a notification of the system's, if the person has allowed it. */
export async function showNotification({ title, body, tag, route }: Shown): Promise<void> {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
  if (isSoundOn()) playSound();
  const options = { body, tag, icon: '/icon-192.png', silent: true, data: { path: pathOf(route) } };
  // Phones know only those of the service worker, which also outlive the page.
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration?.active) return registration.showNotification(title, options);
  const notification = new Notification(title, options);
  notification.addEventListener('click', () => {
    window.focus();
    notification.close();
    navigate(route);
  });
}

/** Goes where a notification of the service worker's leads that was clicked. Returns what ends it. */
export function followNotifications(): () => void {
  const follow = (event: MessageEvent<unknown>) => {
    const { data } = event;
    if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'open') return;
    if (!('path' in data) || typeof data.path !== 'string') return;
    const url = new URL(data.path, location.origin);
    navigate(parseRoute(url.pathname, url.search));
  };
  navigator.serviceWorker?.addEventListener('message', follow);
  return () => navigator.serviceWorker?.removeEventListener('message', follow);
}
