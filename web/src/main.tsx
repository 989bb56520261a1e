import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAuth } from '../../client/auth.ts';
import { createLocalQueueStorage } from '../../client/local-queue-storage.ts';
import { createWakeSignal } from '../../client/wake.ts';
import { openWorkspace } from '../../client/workspace.ts';
import { App } from './app/app.tsx';
import { createSession } from './app/session.ts';
import './design/fonts.css';
import './design/tokens.css';
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
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') wake.notify();
});

const session = createSession(auth, ({ workspace }) =>
  openWorkspace({ baseUrl, auth, storage: createLocalQueueStorage(localStorage, workspace.id), wake }),
);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App auth={auth} session={session} wake={wake} />
    </StrictMode>,
  );
}
