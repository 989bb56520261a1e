/**
 * Opens the app without a network: keeps the files of one version, and answers every page of the app with its shell. What the
 * app shows comes from IndexedDB; nothing of the API, of signing in or of sockets goes through here. The build fills in
 * the files and the version (vite.config.ts), so that another version is another worker.
 */
const version = '__VERSION__';
/** @type {string[]} */
const files = JSON.parse('__FILES__');

const prefix = 'edgeways-';
const cacheName = prefix + version;
const shell = '/';
/** What the server answers itself, whoever asks; as in `run_worker_first` of wrangler.toml. */
const dataPaths = /^\/(api|auth|sockets|imports|emoji|health)(\/|$)/;
/** Files whose names change with their content. */
const lasting = /^\/assets\//;

self.addEventListener('install', (event) => event.waitUntil(keepFiles()));

async function keepFiles() {
  const cache = await caches.open(cacheName);
  await Promise.all(
    files.map(async (path) => {
      // Most files of a new version are those of the old one.
      const known = lasting.test(path) ? await caches.match(path) : undefined;
      const answer = known ?? (await fetch(path, { cache: lasting.test(path) ? 'default' : 'reload' }));
      if (!answer.ok || answer.redirected) throw new Error(`${path} cannot be kept`);
      await cache.put(path, answer);
    }),
  );
}

self.addEventListener('activate', (event) => event.waitUntil(forgetOthers()));

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || dataPaths.test(url.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(answerWith(shell, request));
  else if (lasting.test(url.pathname)) event.respondWith(keepWhenAsked(request));
  else if (files.includes(url.pathname)) event.respondWith(answerWith(url.pathname, request));
});

async function answerWith(path, request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(path)) ?? fetch(request);
}

/** Fonts for other scripts and the like are kept once they have been needed. */
async function keepWhenAsked(request) {
  const cache = await caches.open(cacheName);
  const known = await cache.match(request.url);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request.url, answer.clone());
  return answer;
}

/** The page asks for the version that waits. */
self.addEventListener('message', (event) => {
  if (event.data?.type === 'take-over') event.waitUntil(self.skipWaiting());
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openPage(event.notification.data?.path ?? shell));
});

async function openPage(path) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find((each) => each.focused) ?? pages[0];
  if (!page) return self.clients.openWindow(path);
  page.postMessage({ type: 'open', path });
  return page.focus();
}
