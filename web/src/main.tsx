import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAuth } from '../../client/auth/auth.ts';
import { createIndexedDbCache } from '../../client/offline/indexed-db-cache.ts';
import { createLocalQueueStorage } from '../../client/sending/local-queue-storage.ts';
import { createWakeSignal } from '../../client/connection/wake.ts';
import { openWorkspace } from '../../client/workspace.ts';
import { App } from './app/app.tsx';
import { beginSession } from './app/destination.ts';
import { startServiceWorker } from './app/service-worker.ts';
import { firstLook } from './app/first-look.ts';
import { createSession } from './app/session.ts';
import { loadLocale } from './i18n/locale.ts';
import './design/fonts.css';
import './design/tokens.css';
import './design/accents.css';
import './design/high-contrast.css';
import './design/base.css';

const baseUrl = location.origin;
const auth = createAuth({
  baseUrl,
  storage: localStorage,
  // Missing on a plain http origin other than localhost.
  ...(navigator.locks && { locks: navigator.locks }),
});

const wake = createWakeSignal(navigator.onLine);
window.addEventListener('online', () => wake.setOnline(true));
window.addEventListener('offline', () => wake.setOnline(false));
document.addEventListener('visibilitychange', () => wake.setVisible(document.visibilityState === 'visible'));

const session = createSession(auth, ({ workspace }) =>
  openWorkspace({
    baseUrl,
    auth,
    storage: createLocalQueueStorage(localStorage, workspace.id),
    deviceStorage: localStorage,
    cache: createIndexedDbCache(workspace.id),
    wake,
  }),
);

beginSession(auth, session);
// English is here already; another language comes before anything is shown, and English is shown if it does not come.
await loadLocale().catch(() => undefined);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App auth={auth} session={session} wake={wake} />
    </StrictMode>,
  );
}
void firstLook.then(() => import('./design/theme.ts')).then(({ watchContrast }) => watchContrast());
if (import.meta.env.PROD) startServiceWorker();
