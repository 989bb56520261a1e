import { createStore } from '../../../client/store.ts';
import { tell } from '../app/toasts.ts';
import { notificationsText } from './text.ts';

/** What the browser says of notifications from this page; `unsupported` where there are none. */
export type Permission = NotificationPermission | 'unsupported';

function read(): Permission {
  return typeof Notification === 'undefined' ? 'unsupported' : Notification.permission;
}

export const permission = createStore<Permission>(read());

export async function askPermission(): Promise<void> {
  if (typeof Notification === 'undefined') return;
  permission.set(await Notification.requestPermission());
  const t = notificationsText();
  if (permission.get() === 'granted') tell(t.on);
  if (permission.get() === 'denied') tell(t.denied, { isError: true });
}

const laterKey = 'edgeways.notifications-later';
/** Who does not want them now is asked again after this. Milliseconds. */
const patience = 7 * 86_400_000;
let wasOffered = false;

/** Offers notifications when there is something to notify of: once in a visit, and not again for a week after a no. */
export function offerNotifications(): void {
  permission.set(read());
  if (wasOffered || permission.get() !== 'default' || Date.now() - lastRefusal() < patience) return;
  wasOffered = true;
  const t = notificationsText();
  tell(t.ask, {
    actions: [
      { label: t.turnOn, act: () => void askPermission() },
      { label: t.notNow, act: rememberRefusal },
    ],
  });
}

function lastRefusal(): number {
  try {
    return Number(localStorage.getItem(laterKey) ?? 0);
  } catch {
    return 0;
  }
}

function rememberRefusal(): void {
  try {
    localStorage.setItem(laterKey, String(Date.now()));
  } catch {
    // Without storage it is offered again with the next visit.
  }
}
